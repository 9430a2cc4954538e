"""The patient's view and the patient's screen: what is done there changes the state."""

from __future__ import annotations

from atlas.domain.catalog import Catalog
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.render.renderer import Renderer
from atlas.ui.patient.presenter import PatientPresenter
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame


class PatientSurface(Surface):
    """It lies over the window, or stands in a second one, whatever the mode is."""

    def __init__(self, store: Store, frame: Frame, catalog: Catalog, plates: Renderer) -> None:
        super().__init__(frame)
        self.presenter = PatientPresenter(frame, catalog, plates)
        self.presenter.step_chosen.connect(store.open_story)
        self.presenter.screen_closed.connect(store.show_patient_screen)

    @property
    def is_behind(self) -> bool:
        return self.presenter.is_behind

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        self.presenter.show_state(old, new)

    def begin_new_patient(self) -> None:
        self.presenter.begin_new_patient()

    def stop(self) -> None:
        self.presenter.stop()
