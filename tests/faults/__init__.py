"""What the atlas does when what it stands on breaks: files, disks, power, and hands that press anything."""
