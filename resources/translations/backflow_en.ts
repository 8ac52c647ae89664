<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>EnumText</name>
    <message>
        <source>Simple RNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity (linear)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, N(0, g²/H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal, g·Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity, g·I</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform, g·U(±1/√H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given by the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Injected, L = v·h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention over all h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, character by character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy of the next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>s = %1 (value %2)</source>
        <extracomment>s counts multiplications back from the last step; the value number is s + 1</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient has vanished: ‖%1‖ falls below the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient has exploded: ‖%1‖ rises above the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its first subnormal entry and loses digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is exactly zero: the gradient is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its first infinite entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its first NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the norm that clips is infinite though every entry is finite: clipping sets the gradient to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the norm that clips is zero though the gradient is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gradient is no longer finite when it comes to be clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a unit is saturated: its φ′ is exactly zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at t = %1, %n step(s) back (value %2)</source>
        <extracomment>t is the time step; s counts multiplications back from the last step; the value number is s+1</extracomment>
        <translation>
            <numerusform>at t = %1, %n step back (value %2)</numerusform>
            <numerusform>at t = %1, %n steps back (value %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>, entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm is %1, the threshold %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came so from the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rounds to zero: it is at most half of %2, the smallest number there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is below %2, the smallest normal number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the weights themselves are zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: φ′ is exactly zero in every unit that still had a gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is beyond %2, the largest number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum %1 + %2 is beyond %3, the largest number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 (%3): opposite infinities have no sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: zero times infinity has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: infinity over infinity has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm is %1, so every entry is multiplied by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already was %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: an operand already was inf or NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest entry, %1, squared is beyond %2, the largest number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest entry, %1, squared rounds to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 gives %3 = %4, where φ′ rounds to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 is exactly zero: the terms cancel.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>%1: the ending has to be .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NormDecoration</name>
    <message>
        <source>%1: zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: ∞</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold: exploded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold: vanished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut by truncation: no gradient comes here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>Give a number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number of at least %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number above 0, up to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such field; did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number, such as 0.5 or 0,5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Also wrong: %1.)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioText</name>
    <message>
        <source>explicit weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, gain %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation: %1, k = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping: %1, θ = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SliderNotes</name>
    <message>
        <source>Not used: the scenario gives the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1 a linear layer neither fades nor grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral for small h; above, tanh may still fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At 1, units that are on neither fade nor grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral while half of the units are on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ′ is at most ¼, so gradients fade well above 1 too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest ‖∂L/∂h‖ %1 → %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm %1 → %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states held: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>states held: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 is neutral at zero state, where the gates are ½.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts on every recurrent block; the gates decide.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TheoryText</name>
    <message>
        <source>σ₁ = %1 is below 1/γ = %2: sufficient for the gradient of a late loss to vanish over long times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is above 1/γ = %2: necessary for exploding, not sufficient. What happens is up to φ′ at the states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end. As σ₁ = %2 is above 1, it may grow first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1: a linear layer&apos;s gradient neither fades nor grows as a power of the steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is above 1: a linear layer&apos;s gradient grows in the end, unless it has no part along the growing directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁ = %1 is not below 1/γ = %3 and ρ = %2 is not above it: nothing follows. σ₁ &gt; 1/γ is necessary for exploding, not sufficient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step Jacobian at t = %1: ρ = %2, σ₁ = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest Lyapunov exponent λ₁ = %1 a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean field without input: q* = %1, χ = %2, λ = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical gain at small states: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::EventPanel</name>
    <message>
        <source>%1: every number is finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: overflow, some number is infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: NaN, in training the weights would be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From t = %1 back to t = 1 the gradient&apos;s norm is multiplied by %2, on average by %3 a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient reaches t = 1 at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to move the time cursor here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number became subnormal, zero, infinite or NaN, and no threshold was crossed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What truncation or clipping leaves of the gradient is %1 times as long and points %2° away (%3).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ExportBar</name>
    <message>
        <source>Save the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no plot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height, px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution, dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and lines keep their size on paper at this resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG, SVG, PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; Ctrl+E brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::InputSection</name>
    <message>
        <source>This scenario names no CSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario gives no input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has this size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to mean 0 and standard deviation 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given in the scenario, %1×%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What x_t is, at the steps t = 1 … T.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D: how many numbers enter the network at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each entry of x_t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same input on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of every entry of x_t where it is not zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time step of the impulse; x_t is zero at all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period of the sine, in steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a text to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each character is one step; x_t is its place in the alphabet, one-hot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::LossSection</name>
    <message>
        <source>Gradient v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>given: %n number(s)</source>
        <translation>
            <numerusform>given: %n number</numerusform>
            <numerusform>given: %n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n row(s) ahead</source>
        <translation>
            <numerusform>%1: %2, %n row ahead</numerusform>
            <numerusform>%1: %2, %n rows ahead</numerusform>
        </translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>given: %n row(s) × %1</source>
        <translation>
            <numerusform>given: %n row × %1</numerusform>
            <numerusform>given: %n rows × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps whose state enters the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v is a random unit vector; the same seed gives the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for an input of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>injected: L = v·h, so that the gradient starts at v
squared error: L = ½‖h_t − y_t‖²
cross-entropy: −log of the probability of the next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss scaling: the gradient is multiplied by this before the way back and divided after it, so that float16 holds it. 2¹² = 4096.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::LowerViews</name>
    <message>
        <source>loss %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States and parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖hₜ‖ and the gradient of each copy of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every unit of the state over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every gate of a GRU or LSTM over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the attention weights look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which loss reaches which state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eigenvalues and singular values, and what theory says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::MainSliders</name>
    <message>
        <source>T = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◂ norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm ▸</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurrence gain g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g multiplies the recurrent matrix W_h; no unit.
gaussian: W_h ~ N(0, g²/H); orthogonal: g·Q; identity: g·I;
uniform: g·U(±1/√H).
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient threshold θ, in units of the gradient.
by norm: gradient · min(1, θ/norm), over all parameters
by value: each entry is held within ±θ
state norm: ∂L/∂h_t is rescaled to at most θ at every step
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient goes back through at most k steps.
windows: the state is detached at the start of every k steps
from the loss: each loss goes back through k steps of its own
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::MainWindow</name>
    <message>
        <source>The scenario is saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.backflow.json *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.backflow.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the scenarios that come with Backflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario file (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scenario with its present settings (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a plot as PNG, SVG or PDF (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the plot chosen in the export bar to the clipboard (Ctrl+Shift+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the scenario as it was opened (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light on dark (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario gives weights, which fit its own cell alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RNN, GRU and LSTM in the gradient flow, with the same seed and input (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::MapPlot</name>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain layer has no gates: choose GRU or LSTM as the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss reads the state: choose attention under “Loss reads”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many steps for a picture: choose a horizon of at most %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many steps to keep every unit: choose a shorter horizon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States h, unit by time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gates, unit by time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate, its units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention α, loss step by time, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence of each loss, ‖∂Lₜ/∂hₖ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state at time step k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss acts at T alone, so there is one row.
Choose “Every step” under Loss to see each loss reach back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::NetworkSection</name>
    <message>
        <source>The scenario gives the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario gives no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation φ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h_t = φ(W_h h_{t−1} + W_x x_t + b)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H: how many numbers the state h_t has.
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the recurrent matrix W_h (H×H) is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same weights on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrono initialisation draws these biases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the bias of the forget gate: above 0 the cell keeps more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the bias of the update gate: Γu and i write, PyTorch&apos;s z of a GRU keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer that is applied at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The course&apos;s sheet and PyTorch write gated cells differently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each layer reads the states of the one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bidirectional network also reads from T to 1. The loss at the last step then takes the last state of each direction, h_T and h_1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention: r = Σ α_j h_j with α = softmax(h_T · h_j), a path of length one to every state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in both directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrono initialisation (Tallec &amp; Ollivier 2018): the gates&apos; biases are drawn for memories of 1 to this many steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::NormPlot</name>
    <message>
        <source>time step t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps back from the loss, s = T − t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference (unbounded exponent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂c along the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂c through the gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the recurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient flow of three cells, same seed and input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound (σ₁γ)ˢ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::PinSection</name>
    <message>
        <source>This cell has no such gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more in the scenario</source>
        <translation>
            <numerusform>%n more in the scenario</numerusform>
            <numerusform>%n more in the scenario</numerusform>
        </translation>
    </message>
    <message>
        <source>Pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds a gate at a value over a range of steps; its own gradient is then zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gate and the value, from 0 to 1, that it is held at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first and the last step at which the gate is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the pinned gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pinned step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last pinned step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::RunSection</name>
    <message>
        <source>At least one precision stays on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision and thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number formats (IEEE 754) in which the same network is run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanished below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A norm ‖∂L/∂h_t‖ below this is called vanished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exploded above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A norm ‖∂L/∂h_t‖ above this is called exploded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::SeedRow</name>
    <message>
        <source>Draw a new seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::SpectrumPlot</name>
    <message>
        <source>Spectrum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eigenvalues: real part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imaginary part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>singular values by rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two directions have no common step Jacobian: read forward only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step Jacobian is too large, or not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent matrix W_h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step Jacobian at t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TimeBar</name>
    <message>
        <source>Time cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back in time, towards t = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on in time, towards the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time cursor, time step t</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>t = %1, %n step(s) back (value %2)</source>
        <translation>
            <numerusform>t = %1, %n step back (value %2)</numerusform>
            <numerusform>t = %1, %n steps back (value %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backflow::UnrollSection</name>
    <message>
        <source>Only for an initial state of Gaussian noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario gives no initial state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T: the number of time steps, t = 1 … T.
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start h₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state before the first step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of each entry of h₀.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same h₀ on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
