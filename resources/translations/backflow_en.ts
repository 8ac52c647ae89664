<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AskedExperiment</name>
    <message>
        <source>The scenario %1 is missing: it should have come with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training is about to begin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1 of %2: it is still training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment is running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With these settings not everything that the exercise measures happens; see “What happened”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured with your settings (%1). Where the sentence names a setting, it is the exercise&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message numerus="yes">
        <source>This computer computes as it should: %n check(s) passed (kernels: %1).</source>
        <translation>
            <numerusform>This computer computes as it should: %n check passed (kernels: %1).</numerusform>
            <numerusform>This computer computes as it should: %n checks passed (kernels: %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer does not compute as it should: %n of %1 checks failed (kernels: %2).</source>
        <translation>
            <numerusform>This computer does not compute as it should: %n of %1 checks failed (kernels: %2).</numerusform>
            <numerusform>This computer does not compute as it should: %n of %1 checks failed (kernels: %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Subnormal numbers are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels that this processor can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GRU of PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LSTM of PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is exactly zero after %2 multiplications, as it must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is exactly zero after %2 multiplications; it must be after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is never exactly zero; it must be after %2 multiplications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is infinite after %2 multiplications, as it must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is infinite after %2 multiplications; it must be after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is never infinite; it must be after %2 multiplications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 threads that were asked keep subnormal numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 threads that were asked keep subnormal numbers; the others flush them to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: the gradient differs from finite differences in a wider format by %3 of its largest entry; %4 is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 numbers come back from below the smallest normal number without loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: tanh and σ are within %3 units of the last digit; %4 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: sums of products are off by %3 roundings at most; %4 are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is subnormal after %2 multiplications, as it must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is subnormal after %2 multiplications; it must be after %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is never subnormal; it must be after %2 multiplications.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CliffText</name>
    <message>
        <source>No slope on the way is above θ = %1: with and without clipping the descent is the same. No update moves farther than %2, and update %3 ends at the error %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without clipping, update %1 jumps %2 away: the slope there is %3. Clipped at θ = %4, no update moves farther than %5. After %6 updates the error is %7 without and %8 with clipping.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataInput</name>
    <message>
        <source>%1: no column holds numbers alone; give a CSV file with a line of names and numbers below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no column holds numbers alone: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(Also: %1.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short: give a text of at least 2 characters, in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message>
        <source>cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chrono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impulse at t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standardised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviation of h₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of h₀</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpointing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanished below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploded above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>Recall the first input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender agreement (Portuguese)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next-day temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dog&apos;s mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunspots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
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
        <source>%1 rounds to zero: it is at most half of %2, the smallest number there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is below %2, the smallest normal number.</source>
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
    <message>
        <source>%1 = %2 is the largest term of a sum that rounds to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2 is the largest term of a sum. The sum is %3: below %4, the smallest normal number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An operand already was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is so from the loss, the input or the weights on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: every product has a factor that is exactly zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not zero, but the terms of the sum cancel exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of the squares is beyond %2, the largest number; the largest entry is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm is NaN, and so is every entry that is multiplied by θ ÷ NaN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another partial sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the pre-activation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is exactly zero: no gradient is left in it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseText</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every number is finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some number is infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some number is NaN</source>
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
    <name>FileName</name>
    <message>
        <source>Saved: %1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GateRoleText</name>
    <message>
        <source>write the new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide from the candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Γu writes the candidate in both. The likeness ends here: the GRU&apos;s 1 − Γu is tied to it, so writing more is keeping less; the LSTM&apos;s Γu and Γf are independent and may both be 1, or both 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − z writes in the GRU, i in the LSTM. PyTorch&apos;s z is 1 − Γu of the course: z = 1 keeps. The GRU&apos;s two are tied, the LSTM&apos;s i and f are independent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − Γu keeps in the GRU, Γf in the LSTM. The likeness ends here: 1 − Γu has no weights of its own, it is what Γu leaves; Γf has its own W_f and b_f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z keeps in the GRU (it is 1 − Γu of the course), f in the LSTM. The likeness ends here: z also decides what is written, f does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Γr hides the old state from the GRU&apos;s candidate. No gate of the LSTM does just that: its candidate reads a = Γo ⊙ c of the step before, which Γo has already filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r hides in the GRU, but after the product: r ⊙ (W_hn h + b_hn), where the course has W_c [Γr ⊙ c, x]. No gate of the LSTM does just that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Γo shows the LSTM&apos;s cell outside. The GRU has no such gate: it shows all its state. The sheet&apos;s LSTM has a = Γo ⊙ c; the usual one has a = Γo ⊙ tanh c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>o shows the LSTM&apos;s cell outside, squashed: h = o ⊙ tanh c, where the sheet has a = Γo ⊙ c. The GRU has no such gate: it shows all its state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Γu and 1 − Γu of the GRU play the parts of the LSTM&apos;s Γu and Γf. Choose a part to see who plays it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − z and z of PyTorch&apos;s GRU play the parts of the LSTM&apos;s i and f. Choose a part to see who plays it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>The gradient on its way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂hₜ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the loss L depends on the hidden state at time t: the Euclidean norm of the derivative. From step to step back it is multiplied by the transposed Jacobian ∂hₜ/∂hₜ₋₁.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps back s, value s + 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s = T − t counts the multiplications since the loss. The value of T itself is the first, so that after s multiplications it is value s + 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same gradient with numbers whose exponent has no bounds: it goes on where a format has lost it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vanished, exploded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm fell below 2⁻³¹ or rose above 2³¹, unless the scenario sets other thresholds. The format may hold such a number still; training hardly feels it, or is thrown far away by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter gradient ‖∂⁺L/∂θₜ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the copy of the shared weights that step t uses adds to their gradient, which is the sum over all steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>influence ‖∂Lₜ/∂hₖ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the loss of step t depends on the state at an earlier step k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What theory says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound (σ₁γ)ˢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁ is the largest singular value of the recurrent weights, γ the largest derivative of the activation: 1 for tanh and ReLU, ¼ for the logistic function. A step multiplies the gradient by σ₁γ at most, so that below 1 it must vanish (Pascanu et al. 2013).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyapunov exponent λ₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where, for very many units, theory has the border between vanishing and exploding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and where they end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller than the smallest normal number, %1 in float32 and %2 in float64. The smaller it is, the fewer digits it has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0: underflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most half of the smallest subnormal number, %1 in float32 and %2 in float64: it is rounded to zero, and no step brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∞: overflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than the largest number, %1 in float32 and %2 in float64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Not a number”, the result of 0 · ∞ or ∞ − ∞. Every sum with it is NaN too; one update with it, and all weights are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit whose activation is so flat that its derivative φ′ rounds to exactly zero: no gradient passes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence gain g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the recurrent weights are multiplied by when they are drawn: their deviation is g/√H for Gaussian ones, all their singular values are g for orthogonal ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a gradient that is too large smaller. By norm: the whole gradient of the weights is shortened to θ. By value: each entry beyond ±θ is brought to ±θ. By state norm: ∂L/∂hₜ is shortened at every step. Nothing of this makes a small gradient larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backpropagation goes back k steps and no further: from each loss, or in windows of k steps that are cut from one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gates Γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers between 0 and 1 by which GRU and LSTM decide what they keep. A forget gate near 1 lets the gradient along the cell pass nearly unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights with which the loss reads all states at once: a path of one step from the loss to every state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gate that is held at one value, whatever it would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spectral radius ρ, (ργ)ˢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest modulus of an eigenvalue of the recurrent weights. While the units stay where the activation is steepest, many steps multiply the gradient about by ργ each; where γ is 1 the line is called ρˢ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean growth of a small difference of states for each step, as a logarithm: below 0 differences and gradients fade, above 0 they grow. If the states stay bounded all the same, the network is chaotic.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobFailure</name>
    <message>
        <source>There is not enough memory for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a smaller network or fewer steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapAbsenceText</name>
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
</context>
<context>
    <name>MapText</name>
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
    <message>
        <source>k = %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MisconceptionText</name>
    <message>
        <source>here every entry is finite, but the norm overflows %1. θ/∞ = %2 multiplies the gradient: clipping has thrown it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here the gradient is no longer finite in %1 when it comes to be clipped. It is multiplied by %2, and 0 × ∞ is NaN: clip before it overflows, or skip the update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here it falls to %1 at t = %2, although the biases are drawn for memories of up to %3 steps. The gates decide, not the name of the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here it falls to %1 at t = %2: with a forget bias of %3 the forget gate keeps too little at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bias of %1 would open it to σ(%1) = %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping rescues an infinite gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping cures vanishing gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an LSTM gradients never vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gain above 1 makes the gradient explode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With ρ below 1 the gradient gets smaller at every step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation limits what the network can remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Infinite and NaN are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every time step has weights of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here θ = %1 is on and the gradient still falls to %2 at t = %3. Clipping only ever shortens: it multiplies by 1 or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here the gain is %1, and at t = 1 the gradient has only %2 times its size at the last step: φ′ at the states takes more than the weights give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here %1 has its first ∞ at t = %2, and no NaN. ∞ still has a sign and can be compared; in these networks NaN comes only of ∞ − ∞, 0 × ∞ or ∞ ÷ ∞.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here one set of weights is used %1 times. What is drawn for each t is a copy&apos;s contribution; their sum is the gradient, of norm %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often believed: “%1” But %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here ρ = %1, and the gradient grows to %2 times its size, at t = %3. W is not normal: ρ tells only what its powers come to in the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here k = %1 stops only the gradient. The state of t = %2, of norm %3, goes into the next step as it is.</source>
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
    <name>ParameterCountText</name>
    <message>
        <source>%1: %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 numbers each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhaseText</name>
    <message>
        <source>vanishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exploding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>living</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizon T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amplitude of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain of the input weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizon T, steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias of the forget gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gain %1, %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not computed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: the median ratio of %n seeds is %2, %3</source>
        <translation>
            <numerusform>%1: the median ratio of %n seed is %2, %3</numerusform>
            <numerusform>%1: the median ratio of %n seeds is %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the ratio is %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemSentence</name>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a file that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name of a file that does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name of a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than %1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a smaller file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a text file in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a text of at least %1, one more than the time steps, or a shorter unroll.horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 different characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a text of at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is UTF-16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text holds a zero byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is no UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give JSON in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a JPEG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a GIF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a gzip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an SVG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an XML document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;{&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;[&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;:&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found &apos;,&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a key in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a key in quotation marks, or write decimals with a point, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a value: a number, a text in quotation marks, true, false, null, [] or {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate keys by a comma, or end them with }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate values by a comma, or end them with ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a colon and a value after the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove what follows the last brace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the comma before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the comma before it, or give a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end it with }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end it with ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is beyond the largest float64 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a smaller one, or %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested more than %1 levels deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give fewer levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give keys and values in braces, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is that of a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run it with backflow-cli run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is that of a sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run it with backflow-cli sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is that of a saved training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with it by backflow-cli train --resume, or in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not that of a saved training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a file that train --state wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the format of a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a version that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give numbers in brackets, []</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number, %1, %2 or %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give rows of numbers in brackets, [[]]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list of names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give names in quotation marks and brackets, [%1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list of precisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give names in brackets, [%1, %2]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list of pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give objects such as {%1: %2, %3: %4, %5: %6, %7: %8}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a pin such as {%1: %2, %3: %4, %5: %6, %7: %8}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give an object such as {%1: %2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give an object such as {%1: {%2: %3}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name of a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name of a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the name of the task&apos;s data file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give names from the first line of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are too many input numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are too many targets for %1 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a quotation mark that is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: line %1 has a quotation mark that is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: line %1 has a quotation mark out of place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: line %1 is too large for the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: line %1 has %2 cells where the first line has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used: line %1 has %2 cell where the first line has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct that line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a CSV file with names in its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no header: its first line holds numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the columns&apos; names above them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the name of several columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the columns different names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a column of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one of its %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1, %2, %3, %4 or one of the %5 others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a file with the column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a file with the columns %1, %2, %3 and %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an empty cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no row below its first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a longer file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a longer file, or a horizon of at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 rows where %2 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 row where %2 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 rows from row %2 on where %3 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 row from row %2 on where %3 are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 rows of %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 rows of %2 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 row of %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 row of %2 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not fit %1 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not fit %1 hidden unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit %1 hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit %1 hidden unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not fit %1 time steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit %1 time steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not fit the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a network that reads forward, without attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are for a cell state, which this cell has not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out, or give network.cell %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs characters to foretell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give input.kind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number above %1, or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not below the threshold of exploding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a number below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for a gate that this cell has not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1, or network.cell %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give %1, or network.cell %2 or %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for gates that this cell has not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give null, or network.cell %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the place of forget_bias and update_bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one or the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no gate of this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give [], or network.cell %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too short for this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for training on a loss at the last step, and this task has one at every step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lets the network read the character that it is to foretell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not trained with in layers that read both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not trained in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not tell the weights of the task&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give another initialiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is defined for one plain layer that reads forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sequences of this length and size take too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a smaller batch, horizon or network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long for the %1 rows of the task&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a shorter one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too short for this horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a longer one, or a shorter unroll.horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a number, true, false or null, or put a text in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it as %1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no number in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a finite number, or %1 in quotation marks where the field takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no closing quotation mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a line break or a tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write \n or \t in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a lone backslash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a backslash within a text twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one of its %1 column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are too many targets for %1 hidden unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not fit %1 time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit %1 time step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 rows where %2 is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long for the %1 row of the task&apos;s file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a JSON object with lists %1, %2, %3, %4, %5, %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1 of %2, line %3</source>
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
    <message>
        <source>Give a number from %1 to below %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a known field; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a known field; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not possible; %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
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
        <source>Read in both directions, the gradient&apos;s norm is %1 at t = 1 and %2 at t = %3; it is least, %4, at t = %5.</source>
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
        <source>float32 and float64 part without running out of range: small differences of rounding grow from step to step, as they do where a network is chaotic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of ∂L/∂c at t = 1, what came along the cell alone has the norm %1, what passed through the gates %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truncation or clipping leaves the gradient as it is (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: from t = %2 back rounding holds the gradient at %3. Numbers as small as that, times the factor of a step, round to themselves: it never reaches zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What truncation or clipping leaves of the gradient is %1 times as long and points the same way (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights are those before training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What truncation or clipping leaves of the gradient is %1 times as long and points %2° away from it (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss reads every state: the gradient&apos;s norm is %1 at t = 1 and %2 at t = %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of ∂L/∂h at t = 1, what attention passes directly has the norm %1, what came back through the recurrence %2 (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient reaches h at t = 1: what arrives there comes along the cell, as ∂L/∂c.</source>
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
    <message>
        <source>Untitled scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: noise, std %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: impulse %1 at t = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: constant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: sine %1, period %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input: given by the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input gain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chrono up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forget bias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update bias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gate pinned at %2, t = %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h₀: noise, std %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h₀: given by the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v: seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target: %1, rows ahead: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed from “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownCsv</name>
    <message>
        <source>%1 cannot be written: %2</source>
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
    <message>
        <source>The weights are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 is neutral at zero state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gates decide, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral if linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is neutral for units on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral, half being on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ′ ≤ ¼: fades above 1, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held with checkpoints: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neutral for h ≈ 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider ends at %1; above, gates tend to 0 or 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above %1 gates tend to 0, 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider ends at %1; above, units tend to saturate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above %1 units saturate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neutral: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gates decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1: gates 0, 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slider ends at %1; here each step multiplies by ≈ %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above %1; ≈ × %2 a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; %1: saturates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>x_1 ~ N(0, 1), then zeros; the target at T is x_1.
Loss: squared error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x_t = (u_t, m_t) with u_t ~ U(0, 1), and m_t = 1 at one step of each half; the target at T is the sum of the two marked u.
Loss: squared error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten symbols out of eight, blanks, a mark at T − 10; the target of the last ten steps is the ten symbols, before that blanks.
Loss: cross-entropy in nats, at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distractors, but A or B at two steps; the class at T, one of four, says which came first and which second.
Loss: cross-entropy in nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article and a noun, distractors, and a verb at T; the class is the noun&apos;s gender, with which the adjective has to agree.
Loss: cross-entropy in nats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weather of T days; the target is the highest temperature of the day after, in °C, standardised.
Loss: squared error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weather of T days; the target is m_t = 0.8·m_{t−1} + warmth_t − rain_t, standardised.
Loss: squared error, at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sunspot numbers of T months; the target is that of a later month, standardised.
Loss: squared error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T characters of a text, one-hot; the target is always the next one.
Loss: cross-entropy in nats a character, at every step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stochastic gradient descent: w ← w − η·g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent with momentum:
v ← μ·v + g
w ← w − η·v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp:
s ← α·s + (1 − α)·g²
w ← w − η·g / (√s + ε)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam (Kingma &amp; Ba 2015):
m ← β₁·m + (1 − β₁)·g
s ← β₂·s + (1 − β₂)·g²
w ← w − η·m̂ / (√ŝ + ε), with m̂ = m / (1 − β₁ⁿ) and ŝ = s / (1 − β₂ⁿ) at update n</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TheoryText</name>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end. As σ₁ = %2 is above 1, it may grow first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end.</source>
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
        <source>Lyapunov exponents: only for one direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyapunov exponents: too much work at this size and horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lyapunov exponents: none, numbers are not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ₁ = %1 is below 1/γ = %2: sufficient for what a late loss sends back through the recurrence to vanish over long times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical gain of a wide network at zero state: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1 is above 1/γ = %2, and so is σ₁, which is never less. σ₁ &gt; 1/γ is necessary for exploding, not sufficient: what happens is up to φ′ at the states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ = %1: a linear layer&apos;s gradient neither fades nor grows exponentially.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical gain of a wide network, half of its units on: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingMarks</name>
    <message>
        <source>η = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>θ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN: dead at update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain guess</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>clipped at θ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full BPTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with Ω × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without Ω</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, not clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, clipped at 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, full BPTT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, k = 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an RNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, without Ω</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, with the regulariser Ω</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first training has this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ω is defined for one plain layer that reads forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy, nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · T = %2 · %3 · η = %4 · batch %5 · %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: the plain guess has a loss of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss %1 in the batch of update %2; the plain guess has %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After update %1, on held-out sequences: loss %2, the plain guess has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; accuracy %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; error %1 %2 (RMSE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1, ‖g‖₂ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> clipped to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, accuracy in the batch %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, ρ(Wₕ) %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, Ω %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, η %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1, sequence %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It died at update %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1: held-out loss %2, the plain guess has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss %1 in the batch of update %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1: held-out loss %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::AnswerEditor</name>
    <message>
        <source>– No prediction yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::BitFields</name>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fraction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::BusyNote</name>
    <message>
        <source>Computing… Until then the curves are those of the settings before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings cannot be computed. The curves are those of the settings before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::CalculatorPanel</name>
    <message>
        <source>6: parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8: GRU and LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10: a step by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers a network&apos;s parameters have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The equations of GRU and LSTM beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step of a GRU or LSTM with every number in between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::CheckPanel</name>
    <message>
        <source>This computer could not be checked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the check of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentence and all checks, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::CliffLab</name>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping threshold θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each update goes this times the slope downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slope longer than this is shortened to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the picture to choose a start there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first rate, threshold and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::CliffPlot</name>
    <message>
        <source>The cliff: error of one unit after %1 steps, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent weight w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipped at θ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves at update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate η = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start w = %1, b = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ColumnChoice</name>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column at least</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::CompareRow</name>
    <message>
        <source>%1 curves are pinned: remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present curves to compare others with them (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings back the curves that were removed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned curves that cannot be computed now: %1. %2 They are kept for the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pinned curves of last time are being computed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ControlRow</name>
    <message>
        <source>Back to the opened value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::DashboardView</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backflow::DataReading</name>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network now reads %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the horizon T is now %2, not %3. Undo brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an input of size %2, but the weights of this scenario are written out for another size. Choose how to draw weights first, under “Weights”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too short for the task that this scenario trains. %2: open another scenario first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training has data of its own: its task&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The horizon T is %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::EquationComparison</name>
    <message>
        <source>The equations of the course&apos;s sheet, or PyTorch&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who plays the part:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::EventPanel</name>
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
        <source>With the weights before training no number became subnormal, zero, infinite or NaN, and no threshold was crossed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ExercisePage</name>
    <message>
        <source>Open the calculator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget my answers to this exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the exercise sheet says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ExercisePanel</name>
    <message>
        <source>The exercises cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next exercise</source>
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
        <source>Copy</source>
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
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile in training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrolled network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard: all in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario&apos;s settings and seed under the title of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture as PNG, SVG or PDF, or the numbers behind it as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: end it in .png, .svg, .pdf or .csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc); Ctrl+E brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For paper: the picture is light though the window is dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::GlossaryPage</name>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the glossary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::HappeningsPanel</name>
    <message>
        <source>Number at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bits of the number at the time cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the bits away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::Hints</name>
    <message>
        <source>Drag the recurrence gain and watch the curve: it is the norm of the gradient on its way back from the loss, from right to left. It fades, holds or grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers say where the gradient has vanished or exploded, and where float32 can hold it no longer: it becomes subnormal, then exactly 0, or ∞. float64 goes on further. “What happened” says where and why; a click there moves the time cursor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the hints; the Help menu brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the hints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eleven exercises are here: predict, run, and see why. F11 is the view for a projector, F1 lists all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here is the recurrence gain; it moves the curve, the norm of the gradient on its way back from the loss. This scenario gives its weights, so it is not used: another one under “Scenarios” lets you drag it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::InputSection</name>
    <message>
        <source>This scenario gives no input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has this size.</source>
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
    <message>
        <source>Choose a table to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the columns: each is a number of x_t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean 0 and deviation 1 over the first %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean 0, deviation 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each column is a number of x_t, each row a step. Unless the scenario says otherwise, the rows that are read are brought to mean 0 and standard deviation 1: another horizon changes them all. A column of equal numbers becomes 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::KeyList</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A slider or number that has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step down or up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, ⇧Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the next control, to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click, ↺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the opened value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a number: as it was before typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector view (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence gain up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping threshold up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation length up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping, truncation on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time cursor; with ⇧ ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play the backward pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plots below, what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, or halt the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a message or the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+1 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a view below the gradient flow, by its place</source>
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
    <message>
        <source>Gain g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trunc. k</source>
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
        <source>Save the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios (*.backflow.json)</source>
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
        <source>Save the scenario with its present settings (Ctrl+S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
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
    <message>
        <source>Backflow %1, a gradient laboratory for recurrent networks. Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large type and thick lines for a class (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the hints again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Backflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has changes from last time that were not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backflow was not closed properly. The scenario “%1” was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a plot as PNG, SVG or PDF, or its numbers as CSV (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Python script on the clipboard that rebuilds the scenario in PyTorch and prints the same norms (Ctrl+Shift+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exercise book: predict, run, explain (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PyTorch script of this scenario is on the clipboard: paste it into a file and run it with Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, and exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an earlier window left behind could not be read. It is kept in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pinned curve(s) go(es) with it.</source>
        <translation>
            <numerusform>%n pinned curve goes with it.</numerusform>
            <numerusform>%n pinned curves go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned curve(s) stayed from last time.</source>
        <translation>
            <numerusform>%n pinned curve stayed from last time.</numerusform>
            <numerusform>%n pinned curves stayed from last time.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario, a training or data (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario, a training or data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be opened (*.json *.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios and trainings (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data to read (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training of “%1” stayed from last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training goes with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened. What can be opened ends in .json, .csv, .tsv or .txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were dropped: drop one at a time.</source>
        <translation>
            <numerusform>%n file was dropped: drop one at a time.</numerusform>
            <numerusform>%n files were dropped: drop one at a time.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard “%1” for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other session(s)</source>
        <translation>
            <numerusform>%n other session</numerusform>
            <numerusform>%n other sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pinned run(s)</source>
        <translation>
            <numerusform>%n pinned run</numerusform>
            <numerusform>%n pinned runs</numerusform>
        </translation>
    </message>
    <message>
        <source>a training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
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
    <message>
        <source>Input gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the input weights W_x of the first layer; no unit.
gaussian, orthogonal, identity: N(0, gain²); uniform: gain·U(±1/√H)</source>
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
        <source>Gradient flow of the cells, same seed and input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound (σ₁γ)ˢ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to hide the curve or to show it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (T = %2, aligned at the loss)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (T = %2, aligned at t = 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quartiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>median of %n seed(s)</source>
        <translation>
            <numerusform>median of %n seed</numerusform>
            <numerusform>median of %n seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>steps back, s = T − t (a double click shows all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps back, reading forward: s = T − t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, forget bias %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, update bias %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::NumberInspector</name>
    <message>
        <source>normal</source>
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
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n step(s) (t = %2)</source>
        <translation>
            <numerusform>%1 in %n step (t = %2)</numerusform>
            <numerusform>%1 in %n steps (t = %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond T</source>
        <translation>
            <numerusform>%1 only after %n step, beyond T</numerusform>
            <numerusform>%1 only after %n steps, beyond T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond t = 1</source>
        <translation>
            <numerusform>%1 only after %n step, beyond t = 1</numerusform>
            <numerusform>%1 only after %n steps, beyond t = 1</numerusform>
        </translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At ×%1 a step: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponent %1, next number %2 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number at the time cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which number to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂hₜ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state ‖hₜ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter gradient ‖∂⁺L/∂θₜ‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded norm, a float64 number, rounded to the format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond the truncation</source>
        <translation>
            <numerusform>%1 only after %n step, beyond the truncation</numerusform>
            <numerusform>%1 only after %n steps, beyond the truncation</numerusform>
        </translation>
    </message>
    <message>
        <source>0: cut by truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 but for rounding, which holds it at %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::OptimiserSection</name>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η: the size of an update, as in w ← w − η·g; no unit.
Double-click: back to the opened value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>μ: the share of the velocity that each update keeps, v ← μ·v + g; from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α: the share of the mean square that each update keeps, s ← α·s + (1 − α)·g²; from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β₁: the share of the mean gradient that each update keeps, m ← β₁·m + (1 − β₁)·g; from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β₂: the share of the mean square that each update keeps, s ← β₂·s + (1 − β₂)·g²; from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ε: added to the root √s, in units of the gradient, so that a gradient near 0 is not divided by 0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ParameterCalculator</name>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than 2⁶³ − 1 = %1 numbers, the most that a 64-bit integer counts. Choose smaller sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain layer has one block of weights, a GRU three, an LSTM four: one more for each gate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input or vocabulary D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that enter at each step; one for each word where words are one-hot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each layer and direction.</source>
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
        <source>Bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every layer has a second one beside it that reads from the end, with its own weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to an LSTM of 100 units over a vocabulary of 10,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows × columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::PhaseLab</name>
    <message>
        <source>Give each range a lower end and a higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario has no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explicit weights have no gain: choose drawn weights to map it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings have changed: the diagram that is computed belongs to the former ones. Stop it, or let it finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings have changed: the diagram belongs to the former ones. “Run” computes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click on a cell brings its scenario into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Run” maps where this scenario&apos;s gradient vanishes, lives and explodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs upwards in the diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each cell shows the median over so many draws of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the diagram of the scenario as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest value upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest value upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::PhasePlot</name>
    <message>
        <source>recurrence gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory, zero input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Run” computes the diagram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagram: ‖∂L/∂hₜ‖ at t = 1 against t = T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂L/∂hₜ‖ at t = 1, over t = T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory, half of the units on</source>
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
    <name>backflow::PinnedRunRow</name>
    <message>
        <source>Double-click or F2 to rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this curve in the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the pinned curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the present scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load its settings: opens the scenario of this curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this pinned curve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::PlotColumn</name>
    <message>
        <source>Gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the gradient flow, which is above the other tabs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ProjectorView</name>
    <message>
        <source>gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipping on, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncation on, off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plots below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, halt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::RecentFilesMenu</name>
    <message>
        <source>No file was opened or saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
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
    <name>backflow::SeedBandControls</name>
    <message>
        <source>seed %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario gives the weights: there is no seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and quartiles of the gradient flow over many seeds of the weights (Ctrl+Shift+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band over seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many draws of the weights: the scenario&apos;s seed and those after it. Input and loss stay the same.</source>
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
        <source>recurrent matrix Wₕ</source>
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
    <message>
        <source>Jacobian, t = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ by rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imag.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::StepCalculator</name>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A step by hand: %1, %n unit(s)</source>
        <translation>
            <numerusform>A step by hand: %1, %n unit</numerusform>
            <numerusform>A step by hand: %1, %n units</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell whose step is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of the cell, at most four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the input x, at most four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of T steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input is the same at every step of the scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the numbers of exercise 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load this as a scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens these weights, input and state in the laboratory; undo goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see its numbers put in. The sheet rounds to two decimals. Numbers in the grids can be typed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step&apos;s vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact, six digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the sheet rounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::StudyProgress</name>
    <message>
        <source>loss %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::SumBlock</name>
    <message>
        <source>A row for each unit. What is given in place of the gate does without these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this value for all units and do not compute the gate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TabMenu</name>
    <message>
        <source>Views</source>
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
    <message>
        <source>Pause the backward pass (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the backward pass, from the loss to t = 1 (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast: %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TimeZoomMenu</name>
    <message>
        <source>Time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingBar</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, or halt the training (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this training; its curves stay, and Play begins a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second training, from the same seed, that differs in one setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every update as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training, to go on later…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same run, clipped at 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingLab</name>
    <message>
        <source>Save every update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings (*.training.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no training to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written after update %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network writes comes with every look at the held-out text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without the training beside it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingPlot</name>
    <message>
        <source>Training: loss and gradient over the updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient ‖g‖₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out accuracy, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ρ(Wₕ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faint: every batch, and the gradient before clipping · strong: held-out sequences, and the gradient after clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a task among the controls, under Training, then press Play.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingProfilePlot</name>
    <message>
        <source>The gradient&apos;s profile over t comes with the first update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time step t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖∂L/∂hₜ‖₂ as training goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: exactly zero · hatched: inf or NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile over t was kept of these updates: it comes as training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the profile over t comes with its first update.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingRun</name>
    <message>
        <source>There is no training to save.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingSection</name>
    <message>
        <source>Choose the data of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network is trained on. Without a task it is only run once, on its input and loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ω is defined for one layer of the simple RNN that reads forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that the task&apos;s sequences are cut from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many months after the last step the target lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: the number of sequences over which an update takes the mean gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times the weights are updated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same training sequences on every computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number format (IEEE 754) of weights, states and gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of Ω</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>λ: the gradient gets λ·∂⁺Ω/∂W_h, the immediate part of the derivative of
Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)²
(Pascanu et al. 2013, equations 9 and 10); no unit. 0: without Ω.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of updates between two looks at held-out sequences, which training does not see.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::TrainingWords</name>
    <message>
        <source>The settings have changed since this training began: Play begins a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play trains the scenario&apos;s network on its task. Learning rate and clipping can be changed in flight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scenario has no task to learn: choose one among the controls, under Training.</source>
        <translation type="unfinished"></translation>
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
<context>
    <name>backflow::UnrollView</name>
    <message>
        <source>Unrolled network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subnormal entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∞</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NaN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut by truncation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>the top layer of %n</source>
        <translation>
            <numerusform>the top layer of %n</numerusform>
            <numerusform>the top layer of %n</numerusform>
        </translation>
    </message>
    <message>
        <source>above: reads from 1 to T, gradient to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below: reads from T to 1, gradient to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from above: the direct path of attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>truncation: each loss reaches its own step and those before it, %n in all</source>
        <translation>
            <numerusform>truncation: each loss reaches its own step alone</numerusform>
            <numerusform>truncation: each loss reaches its own step and those before it, %n in all</numerusform>
        </translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, subnormal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>backflow::ViewTabs</name>
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
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the network on a task: what vanishing and exploding gradients do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error surface of one unit, and the ways down it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient&apos;s way back through the network, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters, equations and a step by hand: exercises 6, 8 and 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where gradients vanish, live and explode, over the gain and a second setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
