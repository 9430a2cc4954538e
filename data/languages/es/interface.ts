<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Actions</name>
    <message>
        <source>Show to patient</source>
        <translation>Mostrar al paciente</translation>
    </message>
    <message>
        <source>Questions people ask</source>
        <translation>Preguntas frecuentes</translation>
    </message>
    <message>
        <source>Patient&apos;s screen</source>
        <translation>Pantalla del paciente</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Sigue</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Fija</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>En blanco</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Head and neck</source>
        <translation>Cabeza y cuello</translation>
    </message>
    <message>
        <source>Upper back, shoulder and arm</source>
        <translation>Espalda alta, hombro y brazo</translation>
    </message>
    <message>
        <source>Forearm and hand</source>
        <translation>Antebrazo y mano</translation>
    </message>
    <message>
        <source>Torso</source>
        <translation>Tronco</translation>
    </message>
    <message>
        <source>Lower torso and hip</source>
        <translation>Cintura y cadera</translation>
    </message>
    <message>
        <source>Thigh</source>
        <translation>Muslo</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>Pierna</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>Pie</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Todo el cuerpo</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Where you may feel it</source>
        <translation>Dónde se puede sentir</translation>
    </message>
    <message>
        <source>Why there</source>
        <translation>Por qué allí</translation>
    </message>
    <message>
        <source>What often sets it off</source>
        <translation>Qué suele provocarlo</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>Qué puede ayudar</translation>
    </message>
    <message>
        <source>When to see someone</source>
        <translation>Cuándo pedir ayuda</translation>
    </message>
    <message>
        <source>Finding the point</source>
        <translation>Cómo encontrar el punto</translation>
    </message>
    <message>
        <source>What sets it off and keeps it going</source>
        <translation>Qué lo provoca y qué lo mantiene</translation>
    </message>
    <message>
        <source>Look-alikes to rule out</source>
        <translation>Parecidos que hay que descartar</translation>
    </message>
    <message>
        <source>Satellite points</source>
        <translation>Puntos satélite</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estiramiento</translation>
    </message>
    <message>
        <source>Needling cautions</source>
        <translation>Precauciones al punzar</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>En una línea</translation>
    </message>
    <message>
        <source>How to remember it</source>
        <translation>Cómo recordarlo</translation>
    </message>
    <message>
        <source>Often confused with</source>
        <translation>Se confunde a menudo con</translation>
    </message>
    <message>
        <source>Check yourself</source>
        <translation>Compruebe lo que sabe</translation>
    </message>
    <message>
        <source>Studied: pain drawings or provocation in a number of people.</source>
        <translation>Estudiado: dibujos del dolor o provocación en varias personas.</translation>
    </message>
    <message>
        <source>Manual, and at least one independent clinical text. Clinical observation, not yet measured in a study.</source>
        <translation>Manual y al menos un texto clínico independiente. Observación clínica, aún sin medir en un estudio.</translation>
    </message>
    <message>
        <source>Classic manual only. Clinical observation, not yet measured in a study.</source>
        <translation>Solo el manual clásico. Observación clínica, aún sin medir en un estudio.</translation>
    </message>
    <message>
        <source>Mainly: {}.</source>
        <translation>Sobre todo: {}.</translation>
    </message>
    <message>
        <source>Sometimes: {}.</source>
        <translation>A veces: {}.</translation>
    </message>
    <message>
        <source>Patterns differ from person to person, and healthy people have tender points too.</source>
        <translation>Los patrones cambian de una persona a otra, y la gente sana también tiene puntos sensibles.</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>En la imagen</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Inserción</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Innervation</source>
        <translation>Inervación</translation>
    </message>
    <message>
        <source>Often found together</source>
        <translation>A menudo van juntos</translation>
    </message>
    <message>
        <source>Not translated yet, so shown in English: {headings}.</source>
        <translation>Aún sin traducir; se muestra en inglés: {headings}.</translation>
    </message>
    <message>
        <source>Trigger points</source>
        <translation>Puntos gatillo</translation>
    </message>
    <message>
        <source>How sure is this?</source>
        <translation>¿Qué tan seguro es esto?</translation>
    </message>
    <message>
        <source>{} people.</source>
        <translation>{} personas.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Version {}. Not yet reviewed.</source>
        <translation>Versión {}. Aún sin revisar.</translation>
    </message>
    <message>
        <source>Version {}. Reviewed by {} on {}.</source>
        <translation>Versión {}. Revisado por {} el {}.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Go to {}</source>
        <translation>Ir a {}</translation>
    </message>
    <message>
        <source>Trigger point {}: {}</source>
        <translation>Punto gatillo {}: {}</translation>
    </message>
    <message>
        <source>Hide the answer</source>
        <translation>Ocultar la respuesta</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Mostrar la respuesta</translation>
    </message>
</context>
<context>
    <name>Brush</name>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Quality of the pain</source>
        <translation>Tipo de dolor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Clear the drawing</source>
        <translation>Borrar el dibujo</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Mild</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Aching</source>
        <translation>Sordo</translation>
    </message>
    <message>
        <source>Burning</source>
        <translation>Ardor</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Agudo</translation>
    </message>
    <message>
        <source>Tingling</source>
        <translation>Hormigueo</translation>
    </message>
    <message>
        <source>Numb</source>
        <translation>Dormido</translation>
    </message>
    <message>
        <source>Stiff</source>
        <translation>Rigidez</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Profundo</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Superficial</translation>
    </message>
</context>
<context>
    <name>Cleared</name>
    <message>
        <source>Cleared for a new patient.</source>
        <translation>Borrado para un nuevo paciente.</translation>
    </message>
    <message>
        <source>Undo: bring back what was cleared</source>
        <translation>Deshacer: recuperar lo que se borró</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>The drawing is not saved</source>
        <translation>El dibujo no está guardado</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>If the atlas is closed now, the drawing is gone.</source>
        <translation>Si se cierra el atlas ahora, el dibujo se pierde.</translation>
    </message>
</context>
<context>
    <name>Description</name>
    <message>
        <source>No muscle chosen.</source>
        <translation>Ningún músculo elegido.</translation>
    </message>
    <message>
        <source>Mainly: {}</source>
        <translation>Sobre todo: {}</translation>
    </message>
    <message>
        <source>Sometimes: {}</source>
        <translation>A veces: {}</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>ambos lados</translation>
    </message>
    <message>
        <source>and on the other side {}</source>
        <translation>y en el otro lado {}</translation>
    </message>
    <message>
        <source>{} (felt inside)</source>
        <translation>{} (se siente por dentro)</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>Painted: {}</source>
        <translation>Pintado: {}</translation>
    </message>
    <message>
        <source>Laid over it: {}</source>
        <translation>Encima: {}</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment by a health professional.</source>
        <translation>Muestra, con fines educativos, patrones publicados de dolor referido. No hace diagnósticos ni reemplaza la valoración de un profesional de la salud.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>See where it sends its pain</source>
        <translation>Vea adónde envía su dolor</translation>
    </message>
    <message>
        <source>Choose a muscle</source>
        <translation>Elija un músculo</translation>
    </message>
    <message>
        <source>Also called {}</source>
        <translation>También llamado {}</translation>
    </message>
    <message>
        <source>For you</source>
        <translation>Para usted</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Estudiante</translation>
    </message>
    <message>
        <source>A sore spot in a muscle can hurt somewhere else. Choose a muscle to see where.</source>
        <translation>Un punto doloroso en un músculo puede doler en otro lugar. Elija un músculo para ver dónde.</translation>
    </message>
    <message>
        <source>Type a name, a short form or a place: “scm”, “side of neck”, “trapecio”.</source>
        <translation>Escriba un nombre, una abreviatura o un lugar: «scm», «cuello», «trapecio».</translation>
    </message>
    <message>
        <source>Tap a numbered point to see its own pattern. Tap the skin to name the place.</source>
        <translation>Toque un punto con número para ver su propio patrón. Toque la piel para saber el nombre del lugar.</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Búsquelo</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Mire de cerca</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>All areas</source>
        <translation>Todas las zonas</translation>
    </message>
    <message>
        <source>Pain anywhere</source>
        <translation>Dolor en cualquier lugar</translation>
    </message>
    <message>
        <source>All nerves</source>
        <translation>Todos los nervios</translation>
    </message>
    <message>
        <source>All roots</source>
        <translation>Todas las raíces</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Todas las acciones</translation>
    </message>
    <message>
        <source>All depths</source>
        <translation>Todas las profundidades</translation>
    </message>
    <message>
        <source>Bends (flexion)</source>
        <translation>Dobla (flexión)</translation>
    </message>
    <message>
        <source>Straightens (extension)</source>
        <translation>Estira (extensión)</translation>
    </message>
    <message>
        <source>Bends to the same side</source>
        <translation>Inclina hacia el mismo lado</translation>
    </message>
    <message>
        <source>Moves away (abduction)</source>
        <translation>Separa (abducción)</translation>
    </message>
    <message>
        <source>Draws to the body (adduction)</source>
        <translation>Acerca al cuerpo (aducción)</translation>
    </message>
    <message>
        <source>Turns outward</source>
        <translation>Gira hacia fuera</translation>
    </message>
    <message>
        <source>Turns inward</source>
        <translation>Gira hacia dentro</translation>
    </message>
    <message>
        <source>Turns head or trunk</source>
        <translation>Gira la cabeza o el tronco</translation>
    </message>
    <message>
        <source>Turns the palm</source>
        <translation>Gira la palma</translation>
    </message>
    <message>
        <source>Raises</source>
        <translation>Eleva</translation>
    </message>
    <message>
        <source>Lowers</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Helps breathing</source>
        <translation>Ayuda a respirar</translation>
    </message>
    <message>
        <source>Moves the jaw</source>
        <translation>Mueve la mandíbula</translation>
    </message>
    <message>
        <source>Superficial</source>
        <translation>Superficial</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Profundo</translation>
    </message>
    <message>
        <source>All muscles again</source>
        <translation>Todos los músculos otra vez</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>Ver la lista</translation>
    </message>
    <message>
        <source>Filter the list: {} chosen</source>
        <translation>Filtrar la lista: {} elegidos</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Nothing like that here. Try another word, such as the part of the body.</source>
        <translation>Aquí no hay nada así. Pruebe con otra palabra, como la parte del cuerpo.</translation>
    </message>
    <message>
        <source>The nearest there is:</source>
        <translation>Lo más parecido que hay:</translation>
    </message>
    <message>
        <source>New patient: clears everything of the one before</source>
        <translation>Nuevo paciente: borra todo lo del anterior</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Nuevo paciente</translation>
    </message>
    <message>
        <source>mainly felt here</source>
        <translation>se siente sobre todo aquí</translation>
    </message>
    <message>
        <source>sometimes felt here</source>
        <translation>a veces se siente aquí</translation>
    </message>
    <message>
        <source>Send pain here: {place}</source>
        <translation>Envían dolor aquí: {place}</translation>
    </message>
    <message>
        <source>No pattern covers much of it</source>
        <translation>Ningún patrón la cubre mucho</translation>
    </message>
    <message>
        <source>Lie here: {place}</source>
        <translation>Están aquí: {place}</translation>
    </message>
    <message>
        <source>Paint it instead</source>
        <translation>Mejor pintarlo</translation>
    </message>
    <message>
        <source>Sends pain here</source>
        <translation>Envían dolor aquí</translation>
    </message>
    <message>
        <source>Lies here</source>
        <translation>Están aquí</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Muscles</source>
        <translation>Músculos</translation>
    </message>
    <message>
        <source>Trigger points</source>
        <translation>Puntos gatillo</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Molestias</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas de la guía</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Nerve roots</source>
        <translation>Raíces nerviosas</translation>
    </message>
    <message>
        <source>Paint it on the body</source>
        <translation>Pintarlo en el cuerpo</translation>
    </message>
    <message>
        <source>Read it in the guide</source>
        <translation>Leerlo en la guía</translation>
    </message>
    <message>
        <source>Compare it with the pain</source>
        <translation>Compararla con el dolor</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Questions people ask</source>
        <translation>Preguntas frecuentes</translation>
    </message>
    <message>
        <source>Problems people come with</source>
        <translation>Problemas frecuentes</translation>
    </message>
    <message>
        <source>See it on the body</source>
        <translation>Véalo en el cuerpo</translation>
    </message>
    <message>
        <source>What muscles have to do with it</source>
        <translation>Qué tienen que ver los músculos</translation>
    </message>
    <message>
        <source>Muscles whose patterns reach there</source>
        <translation>Músculos cuyos patrones llegan allí</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>Qué puede ayudar</translation>
    </message>
    <message>
        <source>Not every sign could be read. If in doubt, ask for medical advice.</source>
        <translation>No se pudieron leer todas las señales. En caso de duda, consulte a un profesional de la salud.</translation>
    </message>
    <message>
        <source>Signs that need care soon</source>
        <translation>Señales que piden atención pronto</translation>
    </message>
    <message>
        <source>Not translated yet, so shown in English.</source>
        <translation>Aún sin traducir; se muestra en inglés.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>Páginas de la guía</translation>
    </message>
    <message>
        <source>This page of the guide cannot be read.</source>
        <translation>Esta página de la guía no se puede leer.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Guardado: {}</translation>
    </message>
    <message>
        <source>There is no printer on this computer. Save the PDF, and print it where there is one.</source>
        <translation>No hay impresora en este equipo. Guarde el PDF e imprímalo donde haya una.</translation>
    </message>
    <message>
        <source>Copied: the pages as a picture, and their text.</source>
        <translation>Copiado: las páginas como imagen y su texto.</translation>
    </message>
    <message>
        <source>What stands on the handout</source>
        <translation>Qué lleva la hoja</translation>
    </message>
    <message>
        <source>For this patient. It is not kept.</source>
        <translation>Para este paciente. No se guarda.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierdo</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Each its own</source>
        <translation>Cada uno el suyo</translation>
    </message>
    <message>
        <source>Patient&apos;s side</source>
        <translation>Lado del paciente</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>No typeface on this computer has {}. Empty boxes would be printed.</source>
        <translation>Ninguna tipografía de este equipo tiene {}. Se imprimirían recuadros vacíos.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Blanco y negro</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Show the pain drawing</source>
        <translation>Mostrar el dibujo del dolor</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Su nota</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Clínica</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Las páginas</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Handout to take home</source>
        <translation>Hoja para llevar a casa</translation>
    </message>
    <message>
        <source>A handout holds one to {most} muscles.</source>
        <translation>Una hoja contiene de uno a {most} músculos.</translation>
    </message>
    <message>
        <source>The note has {length} characters; {most} fit on the page.</source>
        <translation>La nota tiene {length} caracteres; en la página caben {most}.</translation>
    </message>
    <message>
        <source>A page without its warnings is not made.</source>
        <translation>Sin sus advertencias no se hace ninguna hoja.</translation>
    </message>
</context>
<context>
    <name>Hurts</name>
    <message>
        <source>Patterns that cover the drawing</source>
        <translation>Patrones que cubren el dibujo</translation>
    </message>
    <message>
        <source>Enter lays a pattern over the drawing, or takes it away. Ctrl and Enter open it.</source>
        <translation>Intro pone un patrón sobre el dibujo o lo quita. Ctrl e Intro lo abren.</translation>
    </message>
    <message>
        <source>Where it hurts</source>
        <translation>Dónde duele</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Figures of the drawing</source>
        <translation>Cifras del dibujo</translation>
    </message>
    <message>
        <source>Nerve root beside the patterns</source>
        <translation>Raíz nerviosa junto a los patrones</translation>
    </message>
    <message>
        <source>No nerve root</source>
        <translation>Sin raíz nerviosa</translation>
    </message>
    <message>
        <source>Which of the pains</source>
        <translation>Cuál de los dolores</translation>
    </message>
    <message>
        <source>All pains together</source>
        <translation>Todos los dolores juntos</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>y más</translation>
    </message>
    <message>
        <source>covers {percent}% of what you painted</source>
        <translation>cubre el {percent}&#xa0;% de lo pintado</translation>
    </message>
    <message>
        <source>Lay two to four patterns over the drawing: tap them in the list.</source>
        <translation>Ponga de dos a cuatro patrones sobre el dibujo: tóquelos en la lista.</translation>
    </message>
    <message>
        <source>Points to press to tell them apart</source>
        <translation>Puntos que presionar para distinguirlos</translation>
    </message>
    <message>
        <source>no point of it sends pain where the others do not.</source>
        <translation>ningún punto suyo envía dolor adonde no lo envíen los otros.</translation>
    </message>
    <message>
        <source>point {point} ({mark}). Only this one shows pain in: {places}.</source>
        <translation>punto {point} ({mark}). Solo este muestra dolor en: {places}.</translation>
    </message>
    <message>
        <source>From the published patterns. People differ, and so may what they feel.</source>
        <translation>Según los patrones publicados. Cada persona es distinta, y también lo que siente.</translation>
    </message>
    <message>
        <source>Nerve root {root}</source>
        <translation>Raíz nerviosa {root}</translation>
    </message>
    <message>
        <source>Key point, where it is tested: {place}.</source>
        <translation>Punto clave, donde se explora: {place}.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Solo {name}</translation>
    </message>
    <message>
        <source>nowhere that has a name</source>
        <translation>ningún lugar con nombre</translation>
    </message>
    <message>
        <source>The skin this root is most consistently found to supply. Roots overlap, and people differ.</source>
        <translation>La piel que esta raíz inerva con más constancia. Las raíces se solapan y cada persona es distinta.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>{whole}% of the body surface; {front}% of its front, {back}% of its back.</source>
        <translation>{whole}&#xa0;% de la superficie del cuerpo; {front}&#xa0;% por delante y {back}&#xa0;% por detrás.</translation>
    </message>
    <message>
        <source>Regions marked</source>
        <translation>Regiones marcadas</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguna.</translation>
    </message>
    <message>
        <source>Areas and their centres</source>
        <translation>Áreas y sus centros</translation>
    </message>
    <message>
        <source>{k}. {cm2} cm², centre at {place}</source>
        <translation>{k}. {cm2} cm², centro en {place}</translation>
    </message>
    <message>
        <source>Kind of pain</source>
        <translation>Tipo de dolor</translation>
    </message>
    <message>
        <source>Overlap (Jaccard) {jaccard}. Extent {other}% before, {now}% now: {change} points.</source>
        <translation>Coincidencia (Jaccard) {jaccard}. Extensión {other}&#xa0;% antes, {now}&#xa0;% ahora: {change} puntos.</translation>
    </message>
    <message>
        <source>The same person drawing the same pain twice reaches {mean} ± {spread} (52 people, Leoni and others, 2013), so less overlap than that says more than more does.</source>
        <translation>Una misma persona que dibuja dos veces el mismo dolor llega a {mean} ± {spread} (52 personas, Leoni y otros, 2013); una coincidencia menor dice más que una mayor.</translation>
    </message>
    <message>
        <source>Beside the other drawing</source>
        <translation>Junto al otro dibujo</translation>
    </message>
    <message>
        <source>Painted in both</source>
        <translation>En los dos</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>Solo antes</translation>
    </message>
    <message>
        <source>Only now</source>
        <translation>Solo ahora</translation>
    </message>
    <message>
        <source>There is nothing to save: the drawing is empty.</source>
        <translation>No hay nada que guardar: el dibujo está vacío.</translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation>Guardar dibujo</translation>
    </message>
    <message>
        <source>Open drawing</source>
        <translation>Abrir dibujo</translation>
    </message>
    <message>
        <source>The patterns are painted anew, because their file is damaged: {done} of {whole}.</source>
        <translation>Los patrones se pintan de nuevo porque su archivo está dañado: {done} de {whole}.</translation>
    </message>
    <message>
        <source>Paint on the body with a finger, or say it in words.</source>
        <translation>Pinte en el cuerpo con un dedo, o dígalo con palabras.</translation>
    </message>
    <message>
        <source>No published pattern covers what you painted.</source>
        <translation>Ningún patrón publicado cubre lo que ha pintado.</translation>
    </message>
    <message>
        <source>Most of the body is painted, so no pattern covers much: show where it hurts most.</source>
        <translation>Está pintado casi todo el cuerpo, así que ningún patrón cubre mucho: muestre dónde duele más.</translation>
    </message>
    <message>
        <source>Patterns by how much of the drawing they cover. Where pain is only sometimes felt counts half. Tap one to see it.</source>
        <translation>Patrones según cuánto cubren del dibujo. Donde el dolor solo se siente a veces cuenta la mitad. Toque uno para verlo.</translation>
    </message>
    <message>
        <source>covers {percent}%</source>
        <translation>cubre {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>adds {percent}%</source>
        <translation>añade {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Not covered: {percent}%</source>
        <translation>Sin cubrir: {percent} %</translation>
    </message>
    <message>
        <source>dermatome</source>
        <translation>dermatoma</translation>
    </message>
    <message>
        <source>the drawing</source>
        <translation>el dibujo</translation>
    </message>
    <message>
        <source>Nothing is painted yet.</source>
        <translation>Aún no hay nada pintado.</translation>
    </message>
    <message>
        <source>In</source>
        <translation>En</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Not in</source>
        <translation>Fuera de</translation>
    </message>
    <message>
        <source>Nerve root</source>
        <translation>Raíz nerviosa</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierdo</translation>
    </message>
    <message>
        <source>right</source>
        <translation>lado derecho</translation>
    </message>
    <message>
        <source>left</source>
        <translation>lado izquierdo</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Molestias</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Label, kept only in the file</source>
        <translation>Etiqueta, solo para el archivo</translation>
    </message>
    <message>
        <source>Label of the drawing</source>
        <translation>Etiqueta del dibujo</translation>
    </message>
    <message>
        <source>Nothing in the file tells whose drawing it is, unless you type it here.</source>
        <translation>Nada en el archivo dice de quién es el dibujo, salvo lo que escriba aquí.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Second drawing…</source>
        <translation>Segundo dibujo…</translation>
    </message>
    <message>
        <source>Second drawing to compare</source>
        <translation>Segundo dibujo para comparar</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Patrones</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Say where it hurts</source>
        <translation>Diga dónde duele</translation>
    </message>
    <message>
        <source>Type a complaint or a place of the body.</source>
        <translation>Escriba una molestia o un lugar del cuerpo.</translation>
    </message>
    <message>
        <source>Side of the patient</source>
        <translation>Lado del paciente</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Replace drawing</source>
        <translation>Reemplazar dibujo</translation>
    </message>
    <message>
        <source>What a complaint does</source>
        <translation>Qué hace una molestia</translation>
    </message>
    <message>
        <source>Complaints and regions</source>
        <translation>Molestias y regiones</translation>
    </message>
    <message>
        <source>Drawing of the pain</source>
        <translation>Dibujo del dolor</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <translation>Sí, seguir</translation>
    </message>
    <message>
        <source>Everything is cleared in {} seconds.</source>
        <translation>Todo se borra en {} segundos.</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Leave the atlas</source>
        <translation>Salir del atlas</translation>
    </message>
    <message>
        <source>Type the PIN to leave</source>
        <translation>Escriba el PIN para salir</translation>
    </message>
    <message>
        <source>Leave the atlas?</source>
        <translation>¿Salir del atlas?</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The atlas cannot be left just now</source>
        <translation>Ahora no se puede salir del atlas</translation>
    </message>
    <message>
        <source>For the staff: the settings on this computer cannot be read, so no PIN can be checked. Set one with “atlas --set-pin” from another session of this computer, then try again here.</source>
        <translation>Para el personal: los ajustes de este equipo no se pueden leer, así que no se puede comprobar ningún PIN. Establezca uno con «atlas --set-pin» desde otra sesión de este equipo y vuelva a intentarlo aquí.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time} minutes.</source>
        <translation>Demasiados PIN incorrectos. Vuelva a intentarlo en {time} minutos.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Mainly felt here</source>
        <translation>Sobre todo aquí</translation>
    </message>
    <message>
        <source>Sometimes felt here</source>
        <translation>A veces aquí</translation>
    </message>
    <message>
        <source>Trigger point</source>
        <translation>Punto gatillo</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Músculo</translation>
    </message>
    <message>
        <source>Felt inside</source>
        <translation>Se siente por dentro</translation>
    </message>
    <message>
        <source>Cannot be pressed from outside</source>
        <translation>No se puede presionar desde fuera</translation>
    </message>
    <message>
        <source>Show: {}</source>
        <translation>Mostrar: {}</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Clay</source>
        <translation>Arcilla</translation>
    </message>
    <message>
        <source>Monk tone {}</source>
        <translation>Tono Monk {}</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>View settings</source>
        <translation>Ajustes de la vista</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>Ropa</translation>
    </message>
    <message>
        <source>Bare</source>
        <translation>Sin ropa</translation>
    </message>
    <message>
        <source>Draped</source>
        <translation>Con ropa</translation>
    </message>
    <message>
        <source>Pain</source>
        <translation>Dolor</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>Huesos</translation>
    </message>
    <message>
        <source>Faint</source>
        <translation>Tenues</translation>
    </message>
    <message>
        <source>Neighbors</source>
        <translation>Músculos vecinos</translation>
    </message>
    <message>
        <source>Outlined</source>
        <translation>Con contorno</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Nítidos</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Patient&apos;s right</source>
        <translation>Derecha del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left</source>
        <translation>Izquierda del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left side</source>
        <translation>Lado izquierdo del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s right side</source>
        <translation>Lado derecho del paciente</translation>
    </message>
    <message>
        <source>R</source>
        <comment>the patient&apos;s right</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>L</source>
        <comment>the patient&apos;s left</comment>
        <translation>I</translation>
    </message>
    <message>
        <source>Patient&apos;s right arm</source>
        <translation>Brazo derecho del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left arm</source>
        <translation>Brazo izquierdo del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s right hand</source>
        <translation>Mano derecha del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left hand</source>
        <translation>Mano izquierda del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s right leg</source>
        <translation>Pierna derecha del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left leg</source>
        <translation>Pierna izquierda del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s right foot</source>
        <translation>Pie derecho del paciente</translation>
    </message>
    <message>
        <source>Patient&apos;s left foot</source>
        <translation>Pie izquierdo del paciente</translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>Muscles</source>
        <translation>Músculos</translation>
    </message>
    <message>
        <source>Where it hurts</source>
        <translation>Dónde duele</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
</context>
<context>
    <name>Neighbors</name>
    <message>
        <source>Neighbors by name</source>
        <translation>Músculos vecinos por nombre</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open: {}</source>
        <translation>Abrir: {}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all problems</source>
        <translation>Mostrar todos los problemas</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dismiss the problems</source>
        <translation>Cerrar los problemas</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>Y {} más.</translation>
    </message>
    <message>
        <source>and {} more; `atlas check` lists them all</source>
        <translation>y {} más; `atlas check` los muestra todos</translation>
    </message>
    <message>
        <source>In the settings, the usual value stands in for what cannot be used: {}. File: {}.</source>
        <translation>En los ajustes se usa el valor habitual en lugar de lo que no sirve: {}. Archivo: {}.</translation>
    </message>
    <message>
        <source>The settings could not be read, so the usual ones are used. What was there is kept in {}.</source>
        <translation>No se pudieron leer los ajustes, así que se usan los habituales. Lo que había se conserva en {}.</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>head</source>
        <translation>cabeza</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation>hombro</translation>
    </message>
    <message>
        <source>upper back</source>
        <translation>espalda alta</translation>
    </message>
    <message>
        <source>mid back</source>
        <translation>espalda media</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>pecho</translation>
    </message>
    <message>
        <source>abdomen</source>
        <translation>abdomen</translation>
    </message>
    <message>
        <source>low back</source>
        <translation>espalda baja</translation>
    </message>
    <message>
        <source>pelvis</source>
        <translation>pelvis</translation>
    </message>
    <message>
        <source>buttock</source>
        <translation>nalga</translation>
    </message>
    <message>
        <source>hip</source>
        <translation>cadera</translation>
    </message>
    <message>
        <source>thigh</source>
        <translation>muslo</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>rodilla</translation>
    </message>
    <message>
        <source>leg</source>
        <translation>pierna</translation>
    </message>
    <message>
        <source>ankle</source>
        <translation>tobillo</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>pie</translation>
    </message>
    <message>
        <source>arm</source>
        <translation>brazo</translation>
    </message>
    <message>
        <source>elbow</source>
        <translation>codo</translation>
    </message>
    <message>
        <source>forearm</source>
        <translation>antebrazo</translation>
    </message>
    <message>
        <source>wrist</source>
        <translation>muñeca</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>mano</translation>
    </message>
</context>
<context>
    <name>Patient&apos;s screen</name>
    <message>
        <source>Patient&apos;s screen</source>
        <translation>Pantalla del paciente</translation>
    </message>
</context>
<context>
    <name>Plate</name>
    <message>
        <source>right side</source>
        <translation>lado derecho</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>lado izquierdo</translation>
    </message>
    <message>
        <source>Trigger point {}</source>
        <translation>Punto gatillo {}</translation>
    </message>
    <message>
        <source>Picture of the body</source>
        <translation>Imagen del cuerpo</translation>
    </message>
    <message>
        <source>This picture cannot be shown, because a file of the atlas is damaged.</source>
        <translation>Esta imagen no se puede mostrar porque un archivo del atlas está dañado.</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecho</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierdo</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Imagen entera</translation>
    </message>
    <message>
        <source>Figure, skin and colours</source>
        <translation>Figura, piel y colores</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>List of muscles</source>
        <translation>Lista de músculos</translation>
    </message>
    <message>
        <source>Muscle and pain together</source>
        <translation>Músculo y dolor juntos</translation>
    </message>
    <message>
        <source>{}, shows {} percent of the pain that is lit</source>
        <translation>{}, muestra el {} por ciento del dolor iluminado</translation>
    </message>
    <message>
        <source>Views of the body</source>
        <translation>Vistas del cuerpo</translation>
    </message>
    <message>
        <source>Show larger: {}</source>
        <translation>Mostrar más grande: {}</translation>
    </message>
</context>
<context>
    <name>PlateCaption</name>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} a {last}</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} y {last}</translation>
    </message>
    <message>
        <source>{parts} on both sides</source>
        <translation>{parts} de ambos lados</translation>
    </message>
    <message>
        <source>{parts}, {seen}</source>
        <translation>{parts}, {seen}</translation>
    </message>
    <message>
        <source>head</source>
        <translation>cabeza</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>upper back</source>
        <translation>parte alta de la espalda</translation>
    </message>
    <message>
        <source>chest</source>
        <translation>pecho</translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation>hombro</translation>
    </message>
    <message>
        <source>middle back</source>
        <translation>parte media de la espalda</translation>
    </message>
    <message>
        <source>belly</source>
        <translation>vientre</translation>
    </message>
    <message>
        <source>low back</source>
        <translation>zona lumbar</translation>
    </message>
    <message>
        <source>pelvis</source>
        <translation>pelvis</translation>
    </message>
    <message>
        <source>upper arm</source>
        <translation>brazo</translation>
    </message>
    <message>
        <source>elbow</source>
        <translation>codo</translation>
    </message>
    <message>
        <source>forearm</source>
        <translation>antebrazo</translation>
    </message>
    <message>
        <source>wrist</source>
        <translation>muñeca</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>mano</translation>
    </message>
    <message>
        <source>hip</source>
        <translation>cadera</translation>
    </message>
    <message>
        <source>buttock</source>
        <translation>nalga</translation>
    </message>
    <message>
        <source>thigh</source>
        <translation>muslo</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>rodilla</translation>
    </message>
    <message>
        <source>lower leg</source>
        <translation>pierna</translation>
    </message>
    <message>
        <source>ankle</source>
        <translation>tobillo</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>pie</translation>
    </message>
    <message>
        <source>right shoulder</source>
        <translation>hombro derecho</translation>
    </message>
    <message>
        <source>right upper arm</source>
        <translation>brazo derecho</translation>
    </message>
    <message>
        <source>right elbow</source>
        <translation>codo derecho</translation>
    </message>
    <message>
        <source>right forearm</source>
        <translation>antebrazo derecho</translation>
    </message>
    <message>
        <source>right wrist</source>
        <translation>muñeca derecha</translation>
    </message>
    <message>
        <source>right hand</source>
        <translation>mano derecha</translation>
    </message>
    <message>
        <source>right hip</source>
        <translation>cadera derecha</translation>
    </message>
    <message>
        <source>right buttock</source>
        <translation>nalga derecha</translation>
    </message>
    <message>
        <source>right thigh</source>
        <translation>muslo derecho</translation>
    </message>
    <message>
        <source>right knee</source>
        <translation>rodilla derecha</translation>
    </message>
    <message>
        <source>right lower leg</source>
        <translation>pierna derecha</translation>
    </message>
    <message>
        <source>right ankle</source>
        <translation>tobillo derecho</translation>
    </message>
    <message>
        <source>right foot</source>
        <translation>pie derecho</translation>
    </message>
    <message>
        <source>left shoulder</source>
        <translation>hombro izquierdo</translation>
    </message>
    <message>
        <source>left upper arm</source>
        <translation>brazo izquierdo</translation>
    </message>
    <message>
        <source>left elbow</source>
        <translation>codo izquierdo</translation>
    </message>
    <message>
        <source>left forearm</source>
        <translation>antebrazo izquierdo</translation>
    </message>
    <message>
        <source>left wrist</source>
        <translation>muñeca izquierda</translation>
    </message>
    <message>
        <source>left hand</source>
        <translation>mano izquierda</translation>
    </message>
    <message>
        <source>left hip</source>
        <translation>cadera izquierda</translation>
    </message>
    <message>
        <source>left buttock</source>
        <translation>nalga izquierda</translation>
    </message>
    <message>
        <source>left thigh</source>
        <translation>muslo izquierdo</translation>
    </message>
    <message>
        <source>left knee</source>
        <translation>rodilla izquierda</translation>
    </message>
    <message>
        <source>left lower leg</source>
        <translation>pierna izquierda</translation>
    </message>
    <message>
        <source>left ankle</source>
        <translation>tobillo izquierdo</translation>
    </message>
    <message>
        <source>left foot</source>
        <translation>pie izquierdo</translation>
    </message>
    <message>
        <source>from the front</source>
        <translation>de frente</translation>
    </message>
    <message>
        <source>from behind</source>
        <translation>por detrás</translation>
    </message>
    <message>
        <source>from the right</source>
        <translation>desde la derecha</translation>
    </message>
    <message>
        <source>from the left</source>
        <translation>desde la izquierda</translation>
    </message>
    <message>
        <source>outer side</source>
        <translation>cara externa</translation>
    </message>
    <message>
        <source>inner side</source>
        <translation>cara interna</translation>
    </message>
    <message>
        <source>at an angle from the front</source>
        <translation>en diagonal, por delante</translation>
    </message>
    <message>
        <source>at an angle from behind</source>
        <translation>en diagonal, por detrás</translation>
    </message>
    <message>
        <source>from above</source>
        <translation>desde arriba</translation>
    </message>
    <message>
        <source>from below</source>
        <translation>desde abajo</translation>
    </message>
    <message>
        <source>palm side</source>
        <translation>lado de la palma</translation>
    </message>
    <message>
        <source>back side</source>
        <translation>dorso</translation>
    </message>
    <message>
        <source>sole</source>
        <translation>planta</translation>
    </message>
</context>
<context>
    <name>Red flags</name>
    <message>
        <source>The warning signs could not be read, so none are shown.</source>
        <translation>No se pudieron leer las señales de alarma, así que no se muestra ninguna.</translation>
    </message>
    <message>
        <source>More signs to watch for</source>
        <translation>Más señales de alarma</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the file would be too large</source>
        <translation>el archivo sería demasiado grande</translation>
    </message>
    <message>
        <source>nothing can be written on this disk</source>
        <translation>en este disco no se puede escribir nada</translation>
    </message>
    <message>
        <source>writing is not allowed there</source>
        <translation>allí no se permite escribir</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>no existe esa carpeta</translation>
    </message>
    <message>
        <source>its name is too long</source>
        <translation>su nombre es demasiado largo</translation>
    </message>
    <message>
        <source>it is a link that leads nowhere</source>
        <translation>es un enlace que no lleva a ninguna parte</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>no es un archivo común</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>el disco comunica un error</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>it is not a PNG, JPEG, WebP, BMP or GIF picture</source>
        <translation>no es una imagen PNG, JPEG, WebP, BMP o GIF</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>la imagen está dañada</translation>
    </message>
    <message>
        <source>it has more than 20 MB</source>
        <translation>tiene más de 20 MB</translation>
    </message>
    <message>
        <source>it has more than 25 million pixels</source>
        <translation>tiene más de 25 millones de píxeles</translation>
    </message>
    <message>
        <source>all of it is white or clear, so nothing of it would be seen on paper</source>
        <translation>es toda blanca o transparente, así que en el papel no se vería nada</translation>
    </message>
    <message>
        <source>{name} could not be saved: {why}.</source>
        <translation>No se pudo guardar {name}: {why}.</translation>
    </message>
    <message>
        <source>The logo {name} cannot be used: {why}.</source>
        <translation>No se puede usar el logotipo {name}: {why}.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Find a muscle</source>
        <translation>Buscar un músculo</translation>
    </message>
    <message>
        <source>Type a name, a short form or a place. Up and Down move, Enter chooses.</source>
        <translation>Escriba un nombre, una abreviatura o un lugar. Arriba y Abajo mueven, Intro elige.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Sore spot</source>
        <translation>Punto doloroso</translation>
    </message>
    <message>
        <source>In the picture: {}</source>
        <translation>En la imagen: {}</translation>
    </message>
    <message>
        <source>When to get help</source>
        <translation>Cuándo pedir ayuda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The patient&apos;s view</source>
        <translation>La vista del paciente</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Paso {} de {}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Leave the patient&apos;s view</source>
        <translation>Salir de la vista del paciente</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Paso anterior</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Play the steps by themselves</source>
        <translation>Pasar los pasos solos</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Speed of reading</source>
        <translation>Velocidad de lectura</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más despacio</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más deprisa</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Pausar la lectura</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Seguir leyendo</translation>
    </message>
    <message>
        <source>This is the muscle</source>
        <translation>Este es el músculo</translation>
    </message>
    <message>
        <source>This is where the sore spot can be</source>
        <translation>Aquí puede estar el punto doloroso</translation>
    </message>
    <message>
        <source>This is where the pain can be felt</source>
        <translation>Aquí se puede sentir el dolor</translation>
    </message>
    <message>
        <source>This is what may help</source>
        <translation>Esto puede ayudar</translation>
    </message>
    <message>
        <source>The cross shows where a sore spot is often found.</source>
        <translation>La cruz muestra dónde suele estar un punto doloroso.</translation>
    </message>
    <message>
        <source>Not translated yet, so shown in English.</source>
        <translation>Aún sin traducir; se muestra en inglés.</translation>
    </message>
    <message>
        <source>No voice is installed on this device.</source>
        <translation>En este aparato no hay ninguna voz instalada.</translation>
    </message>
    <message>
        <source>No voice for this language is installed on this device.</source>
        <translation>En este aparato no hay ninguna voz instalada para este idioma.</translation>
    </message>
    <message>
        <source>What you showed</source>
        <translation>Lo que usted mostró</translation>
    </message>
    <message>
        <source>Skin of the nerve {root}</source>
        <translation>Piel del nervio {root}</translation>
    </message>
    <message>
        <source>Show it on the picture, or say it in words.</source>
        <translation>Muéstrelo en la imagen o dígalo con palabras.</translation>
    </message>
    <message>
        <source>Where does it hurt?</source>
        <translation>¿Dónde le duele?</translation>
    </message>
    <message>
        <source>Where it can be felt</source>
        <translation>Dónde se puede sentir</translation>
    </message>
    <message>
        <source>This is what you showed</source>
        <translation>Esto es lo que usted mostró</translation>
    </message>
    <message>
        <source>The colored fields show where these muscles can send pain.</source>
        <translation>Las zonas de color muestran adónde pueden enviar dolor estos músculos.</translation>
    </message>
    <message>
        <source>The pictures teach. They do not say what your pain comes from.</source>
        <translation>Las imágenes enseñan. No dicen de qué viene su dolor.</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>Pain: which muscle?</source>
        <translation>Dolor: ¿qué músculo?</translation>
    </message>
    <message>
        <source>Muscle on its bones: which?</source>
        <translation>Músculo sobre sus huesos: ¿cuál?</translation>
    </message>
    <message>
        <source>Paint the main zone</source>
        <translation>Pintar la zona principal</translation>
    </message>
    <message>
        <source>Place the trigger point</source>
        <translation>Situar el punto gatillo</translation>
    </message>
    <message>
        <source>Painful place: all its muscles</source>
        <translation>Lugar doloroso: todos sus músculos</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Inserción</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Nerve and root</source>
        <translation>Nervio y raíz</translation>
    </message>
    <message>
        <source>Needling cautions</source>
        <translation>Precauciones al punzar</translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation>Señales de alarma</translation>
    </message>
    <message>
        <source>Which muscle sends pain here?</source>
        <translation>¿Qué músculo envía dolor aquí?</translation>
    </message>
    <message>
        <source>Which muscle is this?</source>
        <translation>¿Qué músculo es este?</translation>
    </message>
    <message>
        <source>Paint where {} is mainly felt, on the patient&apos;s right side.</source>
        <translation>Pinte dónde se siente sobre todo el dolor de {}, en el lado derecho del paciente.</translation>
    </message>
    <message>
        <source>{} sends this pain. Where is its trigger point on the patient&apos;s right side?</source>
        <translation>{} envía este dolor. ¿Dónde está su punto gatillo en el lado derecho del paciente?</translation>
    </message>
    <message>
        <source>It hurts here: {}. Name all muscles that are mainly felt here.</source>
        <translation>Duele aquí: {}. Nombre todos los músculos que se sienten sobre todo aquí.</translation>
    </message>
    <message>
        <source>{}: where does it begin?</source>
        <translation>{}: ¿dónde se origina?</translation>
    </message>
    <message>
        <source>{}: where does it end?</source>
        <translation>{}: ¿dónde se inserta?</translation>
    </message>
    <message>
        <source>{}: what does it do?</source>
        <translation>{}: ¿qué hace?</translation>
    </message>
    <message>
        <source>{}: which nerve and which roots?</source>
        <translation>{}: ¿qué nervio y qué raíces?</translation>
    </message>
    <message>
        <source>{}: what must be kept in mind when needling it?</source>
        <translation>{}: ¿qué hay que tener en cuenta al punzarlo?</translation>
    </message>
    <message>
        <source>{}: its pain may be something else. What must be asked about first?</source>
        <translation>{}: su dolor puede deberse a otra cosa. ¿Qué hay que preguntar primero?</translation>
    </message>
    <message>
        <source>Missed: {}.</source>
        <translation>Faltaron: {}.</translation>
    </message>
    <message>
        <source>Not felt here: {}.</source>
        <translation>No se sienten aquí: {}.</translation>
    </message>
    <message>
        <source>You said: {}.</source>
        <translation>Su respuesta: {}.</translation>
    </message>
    <message>
        <source>One moment, please.</source>
        <translation>Un momento, por favor.</translation>
    </message>
    <message>
        <source>No muscle is called that.</source>
        <translation>Ningún músculo se llama así.</translation>
    </message>
    <message>
        <source>Which of them? {}</source>
        <translation>¿Cuál de ellos? {}</translation>
    </message>
    <message>
        <source>Cards to take along</source>
        <translation>Tarjetas para llevar</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Zonas del cuerpo</translation>
    </message>
    <message>
        <source>Kinds of cards</source>
        <translation>Tipos de tarjetas</translation>
    </message>
    <message>
        <source>Deck for Anki (.apkg)</source>
        <translation>Mazo para Anki (.apkg)</translation>
    </message>
    <message>
        <source>Flashcards to print (PDF)</source>
        <translation>Tarjetas para imprimir (PDF)</translation>
    </message>
    <message>
        <source>A later deck brings the cards that are in Anki up to date. Printed: eight a page; print on both sides and turn on the long edge.</source>
        <translation>Un mazo posterior actualiza las tarjetas que ya están en Anki. Impresas: ocho por página; imprima a doble cara y voltee por el borde largo.</translation>
    </message>
    <message>
        <source>The cards are being made…</source>
        <translation>Se están haciendo las tarjetas…</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Guardado: {}</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>{} questions</source>
        <translation>{} preguntas</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Begin the exam</source>
        <translation>Empezar el examen</translation>
    </message>
    <message>
        <source>Exams so far</source>
        <translation>Exámenes hechos</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Another exam</source>
        <translation>Otro examen</translation>
    </message>
    <message>
        <source>{minutes} minutes, without help. No area chosen: all of them.</source>
        <translation>{minutes} minutos, sin ayuda. Sin zonas elegidas: todas.</translation>
    </message>
    <message>
        <source>Nothing can be asked of this area.</source>
        <translation>No hay nada que preguntar de esta zona.</translation>
    </message>
    <message>
        <source>Question {number} of {whole}. Time left: {minutes}:{seconds}</source>
        <translation>Pregunta {number} de {whole}. Tiempo restante: {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>{right} of {whole} right ({percent} %)</source>
        <translation>{right} de {whole} correctas ({percent} %)</translation>
    </message>
    <message>
        <source>Time taken: {minutes}:{seconds}</source>
        <translation>Tiempo empleado: {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>Nothing was missed.</source>
        <translation>No hubo fallos.</translation>
    </message>
    <message>
        <source>What was missed:</source>
        <translation>Los fallos:</translation>
    </message>
    <message>
        <source>Not answered.</source>
        <translation>Sin respuesta.</translation>
    </message>
    <message>
        <source>{day}: {right} of {whole} right ({percent} %)</source>
        <translation>{day}: {right} de {whole} correctas ({percent} %)</translation>
    </message>
    <message>
        <source>Learners</source>
        <translation>Estudiantes</translation>
    </message>
    <message>
        <source>Who studies?</source>
        <translation>¿Quién estudia?</translation>
    </message>
    <message>
        <source>Name of a new learner</source>
        <translation>Nombre de quien empieza</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Take in a learner&apos;s file</source>
        <translation>Abrir el archivo de un estudiante</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Otro nombre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Save as a file, for another computer</source>
        <translation>Guardar en un archivo, para otro equipo</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>All answers, notes and exams will be gone. Nothing brings them back.</source>
        <translation>Se borrarán todas las respuestas, notas y exámenes. No se podrán recuperar.</translation>
    </message>
    <message>
        <source>Yes, delete all of it</source>
        <translation>Sí, borrarlo todo</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>No card fits</source>
        <translation>No hay tarjetas</translation>
    </message>
    <message>
        <source>With these areas and kinds there is nothing to ask. Choose more in the plan.</source>
        <translation>Con estas zonas y tipos no hay nada que preguntar. Elija más en el plan.</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Listo por hoy</translation>
    </message>
    <message>
        <source>What you know is asked again when you are about to forget it. Come back tomorrow.</source>
        <translation>Lo que sabe se vuelve a preguntar cuando está a punto de olvidarlo. Vuelva mañana.</translation>
    </message>
    <message>
        <source>{done} of {goal} today. To come: {due} due, {new} new.</source>
        <translation>{done} de {goal} hoy. Quedan: {due} por repasar, {new} nuevas.</translation>
    </message>
    <message>
        <source>Your answer waits here; go on to try again.</source>
        <translation>Su respuesta espera aquí; siga para volver a intentarlo.</translation>
    </message>
    <message>
        <source>Take back: {}</source>
        <translation>Quitar: {}</translation>
    </message>
    <message>
        <source>Name of the muscle</source>
        <translation>Nombre del músculo</translation>
    </message>
    <message>
        <source>These are all</source>
        <translation>Son todos</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Nothing is noted or marked yet. After each answer there is room for your own words.</source>
        <translation>Todavía no hay notas ni marcas. Después de cada respuesta hay sitio para sus propias palabras.</translation>
    </message>
    <message>
        <source>right</source>
        <translation>correcta</translation>
    </message>
    <message>
        <source>not right</source>
        <translation>no es correcta</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Pages of the review</source>
        <translation>Páginas del repaso</translation>
    </message>
    <message>
        <source>Answers a day</source>
        <translation>Respuestas al día</translation>
    </message>
    <message>
        <source>New cards a day</source>
        <translation>Tarjetas nuevas al día</translation>
    </message>
    <message>
        <source>Names of muscles</source>
        <translation>Nombres de músculos</translation>
    </message>
    <message>
        <source>Choose among four</source>
        <translation>Elegir entre cuatro</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Only what can be read aloud</source>
        <translation>Solo lo que se puede leer en voz alta</translation>
    </message>
    <message>
        <source>None chosen: all of them.</source>
        <translation>Sin elegir ninguna: todas.</translation>
    </message>
    <message>
        <source>How well you know each part of the body</source>
        <translation>Cuánto sabe de cada parte del cuerpo</translation>
    </message>
    <message>
        <source>Your days of study</source>
        <translation>Sus días de estudio</translation>
    </message>
    <message>
        <source>What you kept in mind</source>
        <translation>Lo que ha recordado</translation>
    </message>
    <message>
        <source>What you take for each other</source>
        <translation>Lo que confunde</translation>
    </message>
    <message>
        <source>Save as a table (CSV)</source>
        <translation>Guardar como tabla (CSV)</translation>
    </message>
    <message>
        <source>{days} days in a row; {answers} answers in all, {today} today.</source>
        <translation>{days} días seguidos; {answers} respuestas en total, {today} hoy.</translation>
    </message>
    <message>
        <source>This begins once cards come back after a day or more.</source>
        <translation>Empieza cuando las tarjetas vuelven después de un día o más.</translation>
    </message>
    <message>
        <source>Of {count} answers {right} % were right; {predicted} % were predicted.</source>
        <translation>De {count} respuestas, el {right} % fueron correctas; se preveía el {predicted} %.</translation>
    </message>
    <message>
        <source>Nothing was taken for something else so far.</source>
        <translation>Hasta ahora no ha confundido nada.</translation>
    </message>
    <message>
        <source>{count} muscles begun.</source>
        <translation>{count} músculos empezados.</translation>
    </message>
    <message>
        <source>Best known: {}.</source>
        <translation>Lo que mejor sabe: {}.</translation>
    </message>
    <message>
        <source>View of the body</source>
        <translation>Vista del cuerpo</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Ver la respuesta</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Difícil</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Fácil</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Mark this muscle</source>
        <translation>Marcar este músculo</translation>
    </message>
    <message>
        <source>Your own note</source>
        <translation>Su propia nota</translation>
    </message>
    <message>
        <source>Learner (*{})</source>
        <translation>Estudiante (*{})</translation>
    </message>
    <message>
        <source>It was set aside, and is kept in {}.</source>
        <translation>Se ha apartado y se conserva en {}.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Repaso</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>Deshacer la última respuesta</translation>
    </message>
    <message>
        <source>{} is not a learner&apos;s file of the atlas.</source>
        <translation>{} no es el archivo de un estudiante del atlas.</translation>
    </message>
    <message>
        <source>{} is damaged.</source>
        <translation>{} está dañado.</translation>
    </message>
    <message>
        <source>{} was written by a later version of the atlas.</source>
        <translation>{} se escribió con una versión posterior del atlas.</translation>
    </message>
    <message>
        <source>{} is open in another window.</source>
        <translation>{} está abierto en otra ventana.</translation>
    </message>
    <message>
        <source>This question is answered by eye and hand; it cannot be read aloud.</source>
        <translation>Esta pregunta se responde con la vista y la mano; no se puede leer en voz alta.</translation>
    </message>
    <message>
        <source>Mainly felt: {}.</source>
        <translation>Se siente sobre todo en: {}.</translation>
    </message>
    <message>
        <source>Sometimes felt: {}.</source>
        <translation>A veces se siente en: {}.</translation>
    </message>
    <message>
        <source>That is the patient&apos;s left side; the right one was meant.</source>
        <translation>Ese es el lado izquierdo del paciente; se pedía el derecho.</translation>
    </message>
    <message>
        <source>{percent} % overlap with the main zone</source>
        <translation>{percent} % de coincidencia con la zona principal</translation>
    </message>
    <message>
        <source>More than {mm} mm away</source>
        <translation>A más de {mm} mm</translation>
    </message>
    <message>
        <source>{mm} mm away, over the skin</source>
        <translation>A {mm} mm, medidos sobre la piel</translation>
    </message>
    <message>
        <source>Partly right</source>
        <translation>Correcta en parte</translation>
    </message>
    <message>
        <source>Right, but it does not say which part</source>
        <translation>Correcta, pero no dice qué porción</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Not right</source>
        <translation>No es correcto</translation>
    </message>
</context>
<context>
    <name>StudyChart</name>
    <message>
        <source>Not right.</source>
        <translation>No es correcta.</translation>
    </message>
    <message>
        <source>hardly known</source>
        <translation>apenas sabido</translation>
    </message>
    <message>
        <source>well known</source>
        <translation>bien sabido</translation>
    </message>
    <message>
        <source>days since the last answer</source>
        <translation>días desde la última respuesta</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>recordado</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>previsto</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Trigger-Point Referral Atlas</source>
        <translation>Atlas de dolor referido de los puntos gatillo</translation>
    </message>
</context>
</TS>
