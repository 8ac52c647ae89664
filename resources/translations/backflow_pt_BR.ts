<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en_US">
<context>
    <name>AskedExperiment</name>
    <message>
        <source>The scenario %1 is missing: it should have come with the program.</source>
        <translation>Falta o cenário %1: ele deveria ter vindo com o programa.</translation>
    </message>
    <message>
        <source>The training is about to begin…</source>
        <translation>O treino está para começar…</translation>
    </message>
    <message>
        <source>Update %1 of %2: it is still training.</source>
        <translation>Atualização %1 de %2: ainda treinando.</translation>
    </message>
    <message>
        <source>The experiment is running…</source>
        <translation>O experimento está em execução…</translation>
    </message>
    <message>
        <source>With these settings not everything that the exercise measures happens; see “What happened”.</source>
        <translation>Com estas configurações, nem tudo o que o exercício mede acontece; veja “O que aconteceu”.</translation>
    </message>
    <message>
        <source>Measured with your settings (%1). Where the sentence names a setting, it is the exercise&apos;s.</source>
        <translation>Medido com as suas configurações (%1). Onde a frase cita uma configuração, ela é a do exercício.</translation>
    </message>
</context>
<context>
    <name>CheckText</name>
    <message numerus="yes">
        <source>This computer computes as it should: %n check(s) passed (kernels: %1).</source>
        <translation>
            <numerusform>Este computador calcula como deve: %n verificação passou (kernels: %1).</numerusform>
            <numerusform>Este computador calcula como deve: %n verificações passaram (kernels: %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer does not compute as it should: %n of %1 checks failed (kernels: %2).</source>
        <translation>
            <numerusform>Este computador não calcula como deve: %n de %1 verificações falhou (kernels: %2).</numerusform>
            <numerusform>Este computador não calcula como deve: %n de %1 verificações falharam (kernels: %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Subnormal numbers are kept</source>
        <translation>Os números subnormais são mantidos</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradientes</translation>
    </message>
    <message>
        <source>Kernels that this processor can run</source>
        <translation>Kernels que este processador pode executar</translation>
    </message>
    <message>
        <source>Exact counts</source>
        <translation>Contagens exatas</translation>
    </message>
    <message>
        <source>GRU of the course</source>
        <translation>GRU do curso</translation>
    </message>
    <message>
        <source>GRU of PyTorch</source>
        <translation>GRU do PyTorch</translation>
    </message>
    <message>
        <source>LSTM of the course</source>
        <translation>LSTM do curso</translation>
    </message>
    <message>
        <source>LSTM of PyTorch</source>
        <translation>LSTM do PyTorch</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>RNN simples</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is exactly zero after %2 multiplications, as it must be.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, é exatamente zero após %2 multiplicações, como deve ser.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is exactly zero after %2 multiplications; it must be after %3.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, é exatamente zero após %2 multiplicações; deve ser após %3.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is never exactly zero; it must be after %2 multiplications.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, nunca é exatamente zero; deve ser após %2 multiplicações.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is infinite after %2 multiplications, as it must be.</source>
        <translation>%1: um gradiente de 3, dobrado a cada passo, é infinito após %2 multiplicações, como deve ser.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is infinite after %2 multiplications; it must be after %3.</source>
        <translation>%1: um gradiente de 3, dobrado a cada passo, é infinito após %2 multiplicações; deve ser após %3.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, doubled at every step, is never infinite; it must be after %2 multiplications.</source>
        <translation>%1: um gradiente de 3, dobrado a cada passo, nunca é infinito; deve ser após %2 multiplicações.</translation>
    </message>
    <message>
        <source>All %1 threads that were asked keep subnormal numbers.</source>
        <translation>Todas as %1 threads consultadas mantêm os números subnormais.</translation>
    </message>
    <message>
        <source>Only %1 of %2 threads that were asked keep subnormal numbers; the others flush them to zero.</source>
        <translation>Só %1 de %2 threads consultadas mantêm os números subnormais; as outras os anulam.</translation>
    </message>
    <message>
        <source>%1, %2: the gradient differs from finite differences in a wider format by %3 of its largest entry; %4 is allowed.</source>
        <translation>%1, %2: o gradiente difere das diferenças finitas em um formato mais largo por %3 do seu maior elemento; permite-se %4.</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 numbers come back from below the smallest normal number without loss.</source>
        <translation>%1, %2: %3 de %4 números voltam sem perda de abaixo do menor número normal.</translation>
    </message>
    <message>
        <source>%1, %2: tanh and σ are within %3 units of the last digit; %4 are allowed.</source>
        <translation>%1, %2: tanh e σ erram no máximo %3 unidades do último dígito; permitem-se %4.</translation>
    </message>
    <message>
        <source>%1, %2: sums of products are off by %3 roundings at most; %4 are allowed.</source>
        <translation>%1, %2: somas de produtos erram no máximo %3 arredondamentos; permitem-se %4.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is subnormal after %2 multiplications, as it must be.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, é subnormal após %2 multiplicações, como deve ser.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is subnormal after %2 multiplications; it must be after %3.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, é subnormal após %2 multiplicações; deve ser após %3.</translation>
    </message>
    <message>
        <source>%1: a gradient of 3, halved at every step, is never subnormal; it must be after %2 multiplications.</source>
        <translation>%1: um gradiente de 3, dividido por 2 a cada passo, nunca é subnormal; deve ser após %2 multiplicações.</translation>
    </message>
</context>
<context>
    <name>CliffText</name>
    <message>
        <source>No slope on the way is above θ = %1: with and without clipping the descent is the same. No update moves farther than %2, and update %3 ends at the error %4.</source>
        <translation>Nenhuma inclinação no caminho está acima de θ = %1: com e sem recorte, a descida é a mesma. Nenhuma atualização se desloca mais que %2, e a atualização %3 termina no erro %4.</translation>
    </message>
    <message>
        <source>Without clipping, update %1 jumps %2 away: the slope there is %3. Clipped at θ = %4, no update moves farther than %5. After %6 updates the error is %7 without and %8 with clipping.</source>
        <translation>Sem recorte, a atualização %1 salta uma distância de %2: a inclinação ali é %3. Com recorte em θ = %4, nenhuma atualização se desloca mais que %5. Após %6 atualizações, o erro é %7 sem recorte e %8 com recorte.</translation>
    </message>
</context>
<context>
    <name>DataInput</name>
    <message>
        <source>%1: no column holds numbers alone; give a CSV file with a line of names and numbers below</source>
        <translation>%1: nenhuma coluna tem só números; dê um arquivo CSV com uma linha de nomes e números abaixo</translation>
    </message>
    <message>
        <source>%1: no column holds numbers alone: %2</source>
        <translation>%1: nenhuma coluna contém só números: %2</translation>
    </message>
    <message>
        <source>(Also: %1.)</source>
        <translation>(Também: %1.)</translation>
    </message>
    <message>
        <source>%1 is too short: give a text of at least 2 characters, in UTF-8.</source>
        <translation>%1 é curto demais: dê um texto de pelo menos 2 caracteres, em UTF-8.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>mais %n</numerusform>
            <numerusform>mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceText</name>
    <message>
        <source>cell</source>
        <translation>célula</translation>
    </message>
    <message>
        <source>equations</source>
        <translation>equações</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>camadas</translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation>bidirecional</translation>
    </message>
    <message>
        <source>loss reads</source>
        <translation>a perda lê</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>ganho</translation>
    </message>
    <message>
        <source>input gain</source>
        <translation>ganho de entrada</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semente</translation>
    </message>
    <message>
        <source>forget bias</source>
        <translation>viés da porta de esquecimento</translation>
    </message>
    <message>
        <source>update bias</source>
        <translation>viés da porta de atualização</translation>
    </message>
    <message>
        <source>chrono</source>
        <translation>chrono</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>input deviation</source>
        <translation>desvio da entrada</translation>
    </message>
    <message>
        <source>input seed</source>
        <translation>semente da entrada</translation>
    </message>
    <message>
        <source>impulse at t</source>
        <translation>impulso em t</translation>
    </message>
    <message>
        <source>amplitude</source>
        <translation>amplitude</translation>
    </message>
    <message>
        <source>period</source>
        <translation>período</translation>
    </message>
    <message>
        <source>input file</source>
        <translation>arquivo de entrada</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>colunas</translation>
    </message>
    <message>
        <source>standardised</source>
        <translation>padronizada</translation>
    </message>
    <message>
        <source>input values</source>
        <translation>valores da entrada</translation>
    </message>
    <message>
        <source>deviation of h₀</source>
        <translation>desvio de h₀</translation>
    </message>
    <message>
        <source>seed of h₀</source>
        <translation>semente de h₀</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zero</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>loss at</source>
        <translation>perda em</translation>
    </message>
    <message>
        <source>seed of v</source>
        <translation>semente de v</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatório</translation>
    </message>
    <message>
        <source>loss scale</source>
        <translation>escala da perda</translation>
    </message>
    <message>
        <source>checkpointing</source>
        <translation>checkpointing</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>conforme a memória</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisão</translation>
    </message>
    <message>
        <source>vanished below</source>
        <translation>desapareceu abaixo de</translation>
    </message>
    <message>
        <source>exploded above</source>
        <translation>explodiu acima de</translation>
    </message>
    <message>
        <source>pinned gates</source>
        <translation>portas fixadas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>alvo y</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>other numbers</source>
        <translation>outros números</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>recorte</translation>
    </message>
    <message>
        <source>truncation</source>
        <translation>truncamento</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>other settings</source>
        <translation>outros ajustes</translation>
    </message>
    <message>
        <source>the same settings</source>
        <translation>os mesmos ajustes</translation>
    </message>
</context>
<context>
    <name>EnumText</name>
    <message>
        <source>Simple RNN</source>
        <translation>RNN simples</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>identity (linear)</source>
        <translation>identidade (linear)</translation>
    </message>
    <message>
        <source>Gaussian, N(0, g²/H)</source>
        <translation>Gaussiana, N(0, g²/H)</translation>
    </message>
    <message>
        <source>Orthogonal, g·Q</source>
        <translation>Ortogonal, g·Q</translation>
    </message>
    <message>
        <source>Identity, g·I</source>
        <translation>Identidade, g·I</translation>
    </message>
    <message>
        <source>Uniform, g·U(±1/√H)</source>
        <translation>Uniforme, g·U(±1/√H)</translation>
    </message>
    <message>
        <source>Given by the scenario</source>
        <translation>Do cenário</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>Ruído gaussiano</translation>
    </message>
    <message>
        <source>Impulse</source>
        <translation>Impulso</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Senoide</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>Arquivo CSV</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Zero</translation>
    </message>
    <message>
        <source>Injected, L = v·h</source>
        <translation>Injetada, L = v·h</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Erro quadrático</translation>
    </message>
    <message>
        <source>Last step only</source>
        <translation>Só no último passo</translation>
    </message>
    <message>
        <source>Every step</source>
        <translation>Em cada passo</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>janelas</translation>
    </message>
    <message>
        <source>from the loss</source>
        <translation>desde a perda</translation>
    </message>
    <message>
        <source>by norm</source>
        <translation>por norma</translation>
    </message>
    <message>
        <source>by value</source>
        <translation>por valor</translation>
    </message>
    <message>
        <source>state norm</source>
        <translation>norma do estado</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>float64</source>
        <translation>float64</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>as in the course</source>
        <translation>como no curso</translation>
    </message>
    <message>
        <source>as in PyTorch</source>
        <translation>como no PyTorch</translation>
    </message>
    <message>
        <source>the state h</source>
        <translation>o estado h</translation>
    </message>
    <message>
        <source>attention over all h</source>
        <translation>atenção sobre todos os h</translation>
    </message>
    <message>
        <source>update</source>
        <translation>atualização</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>reinício</translation>
    </message>
    <message>
        <source>forget</source>
        <translation>esquecimento</translation>
    </message>
    <message>
        <source>output</source>
        <translation>saída</translation>
    </message>
    <message>
        <source>Text, character by character</source>
        <translation>Texto, caractere por caractere</translation>
    </message>
    <message>
        <source>Cross-entropy of the next character</source>
        <translation>Entropia cruzada do próximo caractere</translation>
    </message>
    <message>
        <source>float16</source>
        <translation>float16</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Recall the first input</source>
        <translation>Recordar a 1ª entrada</translation>
    </message>
    <message>
        <source>Adding problem</source>
        <translation>Problema da soma</translation>
    </message>
    <message>
        <source>Copy memory</source>
        <translation>Memória de cópia</translation>
    </message>
    <message>
        <source>Temporal order</source>
        <translation>Ordem temporal</translation>
    </message>
    <message>
        <source>Gender agreement (Portuguese)</source>
        <translation>Concordância de gênero (português)</translation>
    </message>
    <message>
        <source>Next-day temperature</source>
        <translation>Temperatura de amanhã</translation>
    </message>
    <message>
        <source>Dog&apos;s mood</source>
        <translation>Humor do cachorro</translation>
    </message>
    <message>
        <source>Sunspots</source>
        <translation>Manchas solares</translation>
    </message>
    <message>
        <source>Next character</source>
        <translation>Próximo caractere</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>s = %1 (value %2)</source>
        <extracomment>s counts multiplications back from the last step; the value number is s + 1</extracomment>
        <translation>s = %1 (valor %2)</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>desapareceu</translation>
    </message>
    <message>
        <source>exploded</source>
        <translation>explodiu</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>subnormal</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>exatamente 0</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>saturação</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>recorte</translation>
    </message>
    <message>
        <source>the gradient has vanished: ‖%1‖ falls below the threshold</source>
        <translation>o gradiente desapareceu: ‖%1‖ cai abaixo do limiar</translation>
    </message>
    <message>
        <source>the gradient has exploded: ‖%1‖ rises above the threshold</source>
        <translation>o gradiente explodiu: ‖%1‖ sobe acima do limiar</translation>
    </message>
    <message>
        <source>%1 has its first subnormal entry and loses digits</source>
        <translation>%1 tem seu primeiro elemento subnormal e perde dígitos</translation>
    </message>
    <message>
        <source>%1 has its first infinite entry</source>
        <translation>%1 tem seu primeiro elemento infinito</translation>
    </message>
    <message>
        <source>%1 has its first NaN</source>
        <translation>%1 tem seu primeiro NaN</translation>
    </message>
    <message>
        <source>the norm that clips is infinite though every entry is finite: clipping sets the gradient to zero</source>
        <translation>a norma usada no recorte é infinita, embora todos os elementos sejam finitos: o recorte zera o gradiente</translation>
    </message>
    <message>
        <source>the norm that clips is zero though the gradient is not</source>
        <translation>a norma usada no recorte é zero, embora o gradiente não seja</translation>
    </message>
    <message>
        <source>the gradient is no longer finite when it comes to be clipped</source>
        <translation>o gradiente já não é finito quando chega ao recorte</translation>
    </message>
    <message>
        <source>a unit is saturated: its φ′ is exactly zero</source>
        <translation>uma unidade está saturada: sua φ′ é exatamente zero</translation>
    </message>
    <message>
        <source>at t = %1</source>
        <translation>em t = %1</translation>
    </message>
    <message numerus="yes">
        <source>at t = %1, %n step(s) back (value %2)</source>
        <extracomment>t is the time step; s counts multiplications back from the last step; the value number is s+1</extracomment>
        <translation>
            <numerusform>em t = %1, %n passo para trás (valor %2)</numerusform>
            <numerusform>em t = %1, %n passos para trás (valor %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>, entry %1</source>
        <translation>, elemento %1</translation>
    </message>
    <message>
        <source>The norm is %1, the threshold %2.</source>
        <translation>A norma é %1 e o limiar é %2.</translation>
    </message>
    <message>
        <source>%1 rounds to zero: it is at most half of %2, the smallest number there is.</source>
        <translation>%1 é arredondado para zero: é no máximo a metade de %2, o menor número representável.</translation>
    </message>
    <message>
        <source>%1 is below %2, the smallest normal number.</source>
        <translation>%1 está abaixo de %2, o menor número normal.</translation>
    </message>
    <message>
        <source>%1: φ′ is exactly zero in every unit that still had a gradient.</source>
        <translation>%1: φ′ é exatamente zero em todas as unidades que ainda tinham gradiente.</translation>
    </message>
    <message>
        <source>%1 is beyond %2, the largest number.</source>
        <translation>%1 ultrapassa %2, o maior número representável.</translation>
    </message>
    <message>
        <source>The sum %1 + %2 is beyond %3, the largest number.</source>
        <translation>A soma %1 + %2 ultrapassa %3, o maior número representável.</translation>
    </message>
    <message>
        <source>%1 + %2 (%3): opposite infinities have no sum.</source>
        <translation>%1 + %2 (%3): infinitos opostos não têm soma.</translation>
    </message>
    <message>
        <source>%1: zero times infinity has no value.</source>
        <translation>%1: zero vezes infinito não tem valor.</translation>
    </message>
    <message>
        <source>%1: infinity over infinity has no value.</source>
        <translation>%1: infinito sobre infinito não tem valor.</translation>
    </message>
    <message>
        <source>The norm is %1, so every entry is multiplied by %2.</source>
        <translation>A norma é %1, portanto todo elemento é multiplicado por %2.</translation>
    </message>
    <message>
        <source>%1 already was %2.</source>
        <translation>%1 já era %2.</translation>
    </message>
    <message>
        <source>The largest entry, %1, squared is beyond %2, the largest number.</source>
        <translation>O maior elemento, %1, ao quadrado, ultrapassa %2, o maior número representável.</translation>
    </message>
    <message>
        <source>The largest entry, %1, squared rounds to zero.</source>
        <translation>O maior elemento, %1, ao quadrado, é arredondado para zero.</translation>
    </message>
    <message>
        <source>%1 = %2 gives %3 = %4, where φ′ rounds to zero.</source>
        <translation>%1 = %2 dá %3 = %4, onde φ′ é arredondada para zero.</translation>
    </message>
    <message>
        <source>%1 + %2 is exactly zero: the terms cancel.</source>
        <translation>%1 + %2 é exatamente zero: os termos se cancelam.</translation>
    </message>
    <message>
        <source>%1 = %2 is the largest term of a sum that rounds to zero.</source>
        <translation>%1 = %2 é o maior termo de uma soma que arredonda para zero.</translation>
    </message>
    <message>
        <source>%1 = %2 is the largest term of a sum. The sum is %3: below %4, the smallest normal number.</source>
        <translation>%1 = %2 é o maior termo de uma soma. A soma é %3: abaixo de %4, o menor número normal.</translation>
    </message>
    <message>
        <source>An operand already was %1.</source>
        <translation>Um operando já era %1.</translation>
    </message>
    <message>
        <source>It is so from the loss, the input or the weights on.</source>
        <translation>É assim desde a perda, a entrada ou os pesos.</translation>
    </message>
    <message>
        <source>%1: every product has a factor that is exactly zero.</source>
        <translation>%1: em todo produto há um fator exatamente zero.</translation>
    </message>
    <message>
        <source>%1 is not zero, but the terms of the sum cancel exactly.</source>
        <translation>%1 não é zero, mas os termos da soma se cancelam exatamente.</translation>
    </message>
    <message>
        <source>The sum of the squares is beyond %2, the largest number; the largest entry is %1.</source>
        <translation>A soma dos quadrados ultrapassa %2, o maior número representável; o maior elemento é %1.</translation>
    </message>
    <message>
        <source>The norm is NaN, and so is every entry that is multiplied by θ ÷ NaN.</source>
        <translation>A norma é NaN, e também cada elemento multiplicado por θ ÷ NaN.</translation>
    </message>
    <message>
        <source>another partial sum</source>
        <translation>outra soma parcial</translation>
    </message>
    <message>
        <source>the pre-activation %1</source>
        <translation>a pré-ativação %1</translation>
    </message>
    <message>
        <source>%1 is exactly zero: no gradient is left in it</source>
        <translation>%1 é exatamente zero: não resta gradiente ali</translation>
    </message>
</context>
<context>
    <name>ExerciseText</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>every number is finite</source>
        <translation>todos os números são finitos</translation>
    </message>
    <message>
        <source>some number is infinite</source>
        <translation>algum número é infinito</translation>
    </message>
    <message>
        <source>some number is NaN</source>
        <translation>algum número é NaN</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>%1: the ending has to be .png, .svg or .pdf</source>
        <translation>%1: a extensão deve ser .png, .svg ou .pdf</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Não foi possível gravar %1: %2</translation>
    </message>
</context>
<context>
    <name>FileName</name>
    <message>
        <source>Saved: %1, in %2</source>
        <translation>Salvo: %1, em %2</translation>
    </message>
</context>
<context>
    <name>GateRoleText</name>
    <message>
        <source>write the new</source>
        <translation>escrever o novo</translation>
    </message>
    <message>
        <source>keep the old</source>
        <translation>manter o antigo</translation>
    </message>
    <message>
        <source>hide from the candidate</source>
        <translation>esconder do candidato</translation>
    </message>
    <message>
        <source>show outside</source>
        <translation>mostrar para fora</translation>
    </message>
    <message>
        <source>Γu writes the candidate in both. The likeness ends here: the GRU&apos;s 1 − Γu is tied to it, so writing more is keeping less; the LSTM&apos;s Γu and Γf are independent and may both be 1, or both 0.</source>
        <translation>Γu escreve o candidato nas duas. A semelhança acaba aqui: o 1 − Γu da GRU é ligado a ela, e escrever mais é manter menos; Γu e Γf da LSTM são independentes e podem ser ambas 1, ou ambas 0.</translation>
    </message>
    <message>
        <source>1 − z writes in the GRU, i in the LSTM. PyTorch&apos;s z is 1 − Γu of the course: z = 1 keeps. The GRU&apos;s two are tied, the LSTM&apos;s i and f are independent.</source>
        <translation>1 − z escreve na GRU, i na LSTM. O z do PyTorch é o 1 − Γu do curso: z = 1 mantém. Os dois da GRU são ligados; i e f da LSTM são independentes.</translation>
    </message>
    <message>
        <source>1 − Γu keeps in the GRU, Γf in the LSTM. The likeness ends here: 1 − Γu has no weights of its own, it is what Γu leaves; Γf has its own W_f and b_f.</source>
        <translation>1 − Γu mantém na GRU, Γf na LSTM. A semelhança acaba aqui: 1 − Γu não tem pesos próprios, é o que Γu deixa; Γf tem W_f e b_f próprios.</translation>
    </message>
    <message>
        <source>z keeps in the GRU (it is 1 − Γu of the course), f in the LSTM. The likeness ends here: z also decides what is written, f does not.</source>
        <translation>z mantém na GRU (é o 1 − Γu do curso), f na LSTM. A semelhança acaba aqui: z também decide o que é escrito; f, não.</translation>
    </message>
    <message>
        <source>Γr hides the old state from the GRU&apos;s candidate. No gate of the LSTM does just that: its candidate reads a = Γo ⊙ c of the step before, which Γo has already filtered.</source>
        <translation>Γr esconde o estado antigo do candidato da GRU. Nenhuma porta da LSTM faz exatamente isso: o candidato dela lê a = Γo ⊙ c do passo anterior, que Γo já filtrou.</translation>
    </message>
    <message>
        <source>r hides in the GRU, but after the product: r ⊙ (W_hn h + b_hn), where the course has W_c [Γr ⊙ c, x]. No gate of the LSTM does just that.</source>
        <translation>r esconde na GRU, mas depois do produto: r ⊙ (W_hn h + b_hn), onde o curso tem W_c [Γr ⊙ c, x]. Nenhuma porta da LSTM faz exatamente isso.</translation>
    </message>
    <message>
        <source>Γo shows the LSTM&apos;s cell outside. The GRU has no such gate: it shows all its state. The sheet&apos;s LSTM has a = Γo ⊙ c; the usual one has a = Γo ⊙ tanh c.</source>
        <translation>Γo mostra a célula da LSTM para fora. A GRU não tem essa porta: mostra todo o seu estado. A LSTM da lista tem a = Γo ⊙ c; a usual tem a = Γo ⊙ tanh c.</translation>
    </message>
    <message>
        <source>o shows the LSTM&apos;s cell outside, squashed: h = o ⊙ tanh c, where the sheet has a = Γo ⊙ c. The GRU has no such gate: it shows all its state.</source>
        <translation>o mostra a célula da LSTM para fora, comprimida: h = o ⊙ tanh c, onde a lista tem a = Γo ⊙ c. A GRU não tem essa porta: mostra todo o seu estado.</translation>
    </message>
    <message>
        <source>Γu and 1 − Γu of the GRU play the parts of the LSTM&apos;s Γu and Γf. Choose a part to see who plays it.</source>
        <translation>Γu e 1 − Γu da GRU fazem os papéis de Γu e Γf da LSTM. Escolha um papel para ver quem o faz.</translation>
    </message>
    <message>
        <source>1 − z and z of PyTorch&apos;s GRU play the parts of the LSTM&apos;s i and f. Choose a part to see who plays it.</source>
        <translation>1 − z e z da GRU do PyTorch fazem os papéis de i e f da LSTM. Escolha um papel para ver quem o faz.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>The gradient on its way back</source>
        <translation>O gradiente no caminho de volta</translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂hₜ‖₂</source>
        <translation>gradiente ‖∂L/∂hₜ‖₂</translation>
    </message>
    <message>
        <source>How strongly the loss L depends on the hidden state at time t: the Euclidean norm of the derivative. From step to step back it is multiplied by the transposed Jacobian ∂hₜ/∂hₜ₋₁.</source>
        <translation>Quanto a perda L depende do estado oculto no passo t: a norma euclidiana da derivada. A cada passo para trás, ele é multiplicado pela jacobiana transposta ∂hₜ/∂hₜ₋₁.</translation>
    </message>
    <message>
        <source>steps back s, value s + 1</source>
        <translation>passos para trás s, valor s + 1</translation>
    </message>
    <message>
        <source>s = T − t counts the multiplications since the loss. The value of T itself is the first, so that after s multiplications it is value s + 1.</source>
        <translation>s = T − t conta as multiplicações desde a perda. O valor em T é o primeiro; por isso, após s multiplicações, trata-se do valor s + 1.</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>The same gradient with numbers whose exponent has no bounds: it goes on where a format has lost it.</source>
        <translation>O mesmo gradiente com números de expoente ilimitado: ele continua onde um formato já o perdeu.</translation>
    </message>
    <message>
        <source>vanished, exploded</source>
        <translation>desapareceu, explodiu</translation>
    </message>
    <message>
        <source>The norm fell below 2⁻³¹ or rose above 2³¹, unless the scenario sets other thresholds. The format may hold such a number still; training hardly feels it, or is thrown far away by it.</source>
        <translation>A norma caiu abaixo de 2⁻³¹ ou passou de 2³¹, salvo se o cenário fixar outros limiares. O formato ainda pode guardar tal número; o treino, porém, mal o percebe, ou é lançado longe por ele.</translation>
    </message>
    <message>
        <source>parameter gradient ‖∂⁺L/∂θₜ‖₂</source>
        <translation>gradiente dos parâmetros ‖∂⁺L/∂θₜ‖₂</translation>
    </message>
    <message>
        <source>What the copy of the shared weights that step t uses adds to their gradient, which is the sum over all steps.</source>
        <translation>O que a cópia dos pesos compartilhados usada no passo t acrescenta ao gradiente deles, que é a soma sobre todos os passos.</translation>
    </message>
    <message>
        <source>influence ‖∂Lₜ/∂hₖ‖₂</source>
        <translation>influência ‖∂Lₜ/∂hₖ‖₂</translation>
    </message>
    <message>
        <source>How strongly the loss of step t depends on the state at an earlier step k.</source>
        <translation>Quanto a perda do passo t depende do estado em um passo anterior k.</translation>
    </message>
    <message>
        <source>What theory says</source>
        <translation>O que diz a teoria</translation>
    </message>
    <message>
        <source>bound (σ₁γ)ˢ</source>
        <translation>limite (σ₁γ)ˢ</translation>
    </message>
    <message>
        <source>σ₁ is the largest singular value of the recurrent weights, γ the largest derivative of the activation: 1 for tanh and ReLU, ¼ for the logistic function. A step multiplies the gradient by σ₁γ at most, so that below 1 it must vanish (Pascanu et al. 2013).</source>
        <translation>σ₁ é o maior valor singular dos pesos recorrentes; γ, a maior derivada da ativação: 1 para tanh e ReLU, ¼ para a função logística. Um passo multiplica o gradiente no máximo por σ₁γ; abaixo de 1, ele tem de desaparecer (Pascanu et al. 2013).</translation>
    </message>
    <message>
        <source>Lyapunov exponent λ₁</source>
        <translation>expoente de Lyapunov λ₁</translation>
    </message>
    <message>
        <source>critical line</source>
        <translation>linha crítica</translation>
    </message>
    <message>
        <source>Where, for very many units, theory has the border between vanishing and exploding.</source>
        <translation>Onde, para muitíssimas unidades, a teoria põe a fronteira entre desaparecer e explodir.</translation>
    </message>
    <message>
        <source>Numbers and where they end</source>
        <translation>Os números e onde eles acabam</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>subnormal</translation>
    </message>
    <message>
        <source>Smaller than the smallest normal number, %1 in float32 and %2 in float64. The smaller it is, the fewer digits it has left.</source>
        <translation>Menor que o menor número normal, %1 em float32 e %2 em float64. Quanto menor, menos dígitos lhe restam.</translation>
    </message>
    <message>
        <source>exactly 0: underflow</source>
        <translation>exatamente 0: underflow</translation>
    </message>
    <message>
        <source>At most half of the smallest subnormal number, %1 in float32 and %2 in float64: it is rounded to zero, and no step brings it back.</source>
        <translation>No máximo metade do menor número subnormal, %1 em float32 e %2 em float64: é arredondado para zero, e nenhum passo o traz de volta.</translation>
    </message>
    <message>
        <source>∞: overflow</source>
        <translation>∞: overflow</translation>
    </message>
    <message>
        <source>Larger than the largest number, %1 in float32 and %2 in float64.</source>
        <translation>Maior que o maior número, %1 em float32 e %2 em float64.</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>“Not a number”, the result of 0 · ∞ or ∞ − ∞. Every sum with it is NaN too; one update with it, and all weights are lost.</source>
        <translation>“Not a number” (não é um número), o resultado de 0 · ∞ ou ∞ − ∞. Toda soma com ele também é NaN; uma atualização com ele, e todos os pesos estão perdidos.</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>saturada</translation>
    </message>
    <message>
        <source>A unit whose activation is so flat that its derivative φ′ rounds to exactly zero: no gradient passes it.</source>
        <translation>Uma unidade cuja ativação é tão plana que sua derivada φ′ é arredondada para exatamente zero: nenhum gradiente passa por ela.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>recurrence gain g</source>
        <translation>ganho da recorrência g</translation>
    </message>
    <message>
        <source>What the recurrent weights are multiplied by when they are drawn: their deviation is g/√H for Gaussian ones, all their singular values are g for orthogonal ones.</source>
        <translation>O fator que multiplica os pesos recorrentes sorteados: o desvio padrão é g/√H para os gaussianos; todos os valores singulares são g para os ortogonais.</translation>
    </message>
    <message>
        <source>clipping θ</source>
        <translation>recorte θ</translation>
    </message>
    <message>
        <source>Makes a gradient that is too large smaller. By norm: the whole gradient of the weights is shortened to θ. By value: each entry beyond ±θ is brought to ±θ. By state norm: ∂L/∂hₜ is shortened at every step. Nothing of this makes a small gradient larger.</source>
        <translation>Diminui um gradiente grande demais. Por norma: todo o gradiente dos pesos é encurtado para θ. Por valor: cada elemento que passa de ±θ é levado a ±θ. Por norma do estado: ∂L/∂hₜ é encurtado a cada passo. Nada disso aumenta um gradiente pequeno.</translation>
    </message>
    <message>
        <source>truncation k</source>
        <translation>truncamento k</translation>
    </message>
    <message>
        <source>Backpropagation goes back k steps and no further: from each loss, or in windows of k steps that are cut from one another.</source>
        <translation>A retropropagação volta k passos e não mais: a partir de cada perda, ou em janelas de k passos separadas umas das outras.</translation>
    </message>
    <message>
        <source>gates Γ</source>
        <translation>portas Γ</translation>
    </message>
    <message>
        <source>Numbers between 0 and 1 by which GRU and LSTM decide what they keep. A forget gate near 1 lets the gradient along the cell pass nearly unchanged.</source>
        <translation>Números entre 0 e 1 com que a GRU e a LSTM decidem o que guardam. Uma porta de esquecimento próxima de 1 deixa o gradiente passar pela célula quase inalterado.</translation>
    </message>
    <message>
        <source>attention α</source>
        <translation>atenção α</translation>
    </message>
    <message>
        <source>Weights with which the loss reads all states at once: a path of one step from the loss to every state.</source>
        <translation>Pesos com que a perda lê todos os estados de uma vez: um caminho de um só passo da perda a cada estado.</translation>
    </message>
    <message>
        <source>pinned gate</source>
        <translation>porta fixada</translation>
    </message>
    <message>
        <source>A gate that is held at one value, whatever it would be.</source>
        <translation>Uma porta mantida em um só valor, qualquer que fosse o seu.</translation>
    </message>
    <message>
        <source>spectral radius ρ, (ργ)ˢ</source>
        <translation>raio espectral ρ, (ργ)ˢ</translation>
    </message>
    <message>
        <source>The largest modulus of an eigenvalue of the recurrent weights. While the units stay where the activation is steepest, many steps multiply the gradient about by ργ each; where γ is 1 the line is called ρˢ.</source>
        <translation>O maior módulo de um autovalor dos pesos recorrentes. Enquanto as unidades ficam onde a ativação é mais íngreme, cada um de muitos passos multiplica o gradiente por cerca de ργ; onde γ é 1, a linha se chama ρˢ.</translation>
    </message>
    <message>
        <source>The mean growth of a small difference of states for each step, as a logarithm: below 0 differences and gradients fade, above 0 they grow. If the states stay bounded all the same, the network is chaotic.</source>
        <translation>O crescimento médio, por passo, de uma pequena diferença entre estados, em logaritmo: abaixo de 0, diferenças e gradientes se apagam; acima de 0, crescem. Se mesmo assim os estados permanecem limitados, a rede é caótica.</translation>
    </message>
</context>
<context>
    <name>JobFailure</name>
    <message>
        <source>There is not enough memory for this</source>
        <translation>Não há memória suficiente para isto</translation>
    </message>
    <message>
        <source>take a smaller network or fewer steps</source>
        <translation>use uma rede menor ou menos passos</translation>
    </message>
</context>
<context>
    <name>MapAbsenceText</name>
    <message>
        <source>computing…</source>
        <translation>calculando…</translation>
    </message>
    <message>
        <source>A plain layer has no gates: choose GRU or LSTM as the cell.</source>
        <translation>Uma camada simples não tem portas: escolha GRU ou LSTM como célula.</translation>
    </message>
    <message>
        <source>The loss reads the state: choose attention under “Loss reads”.</source>
        <translation>A perda lê o estado: escolha atenção em “A perda lê”.</translation>
    </message>
    <message>
        <source>Too many steps for a picture: choose a horizon of at most %1.</source>
        <translation>Passos demais para uma figura: escolha um horizonte de no máximo %1.</translation>
    </message>
    <message>
        <source>Too many steps to keep every unit: choose a shorter horizon.</source>
        <translation>Passos demais para guardar cada unidade: escolha um horizonte menor.</translation>
    </message>
</context>
<context>
    <name>MapText</name>
    <message>
        <source>States h, unit by time, %1</source>
        <translation>Estados h, unidade por tempo, %1</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidade</translation>
    </message>
    <message>
        <source>Gates, unit by time, %1</source>
        <translation>Portas, unidade por tempo, %1</translation>
    </message>
    <message>
        <source>gate, its units</source>
        <translation>porta, suas unidades</translation>
    </message>
    <message>
        <source>Attention α, loss step by time, %1</source>
        <translation>Atenção α, passo da perda por tempo, %1</translation>
    </message>
    <message>
        <source>loss at t</source>
        <translation>perda em t</translation>
    </message>
    <message>
        <source>Influence of each loss, ‖∂Lₜ/∂hₖ‖₂</source>
        <translation>Influência de cada perda, ‖∂Lₜ/∂hₖ‖₂</translation>
    </message>
    <message>
        <source>state at time step k</source>
        <translation>estado no passo de tempo k</translation>
    </message>
    <message>
        <source>time step t</source>
        <translation>passo de tempo t</translation>
    </message>
    <message>
        <source>The loss acts at T alone, so there is one row.
Choose “Every step” under Loss to see each loss reach back.</source>
        <translation>A perda só age em T, por isso há uma única linha.
Escolha “Em cada passo” em Perda para ver cada perda agir para trás.</translation>
    </message>
    <message>
        <source>loss at %1</source>
        <translation>perda em %1</translation>
    </message>
    <message>
        <source>%1, unit %2</source>
        <translation>%1, unidade %2</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>unidade %1</translation>
    </message>
    <message>
        <source>t = %1, %2</source>
        <translation>t = %1, %2</translation>
    </message>
    <message>
        <source>k = %1, %2</source>
        <translation>k = %1, %2</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Influência</translation>
    </message>
</context>
<context>
    <name>MisconceptionText</name>
    <message>
        <source>here every entry is finite, but the norm overflows %1. θ/∞ = %2 multiplies the gradient: clipping has thrown it away.</source>
        <translation>aqui todos os elementos são finitos, mas a norma ultrapassa o limite de %1. θ/∞ = %2 multiplica o gradiente: o recorte o jogou fora.</translation>
    </message>
    <message>
        <source>here the gradient is no longer finite in %1 when it comes to be clipped. It is multiplied by %2, and 0 × ∞ is NaN: clip before it overflows, or skip the update.</source>
        <translation>aqui o gradiente já não é finito em %1 quando chega ao recorte. Ele é multiplicado por %2, e 0 × ∞ é NaN: recorte antes do estouro, ou pule a atualização.</translation>
    </message>
    <message>
        <source>here it falls to %1 at t = %2, although the biases are drawn for memories of up to %3 steps. The gates decide, not the name of the cell.</source>
        <translation>aqui ele cai para %1 em t = %2, embora os vieses sejam sorteados para memórias de até %3 passos. Quem decide são as portas, não o nome da célula.</translation>
    </message>
    <message>
        <source>here it falls to %1 at t = %2: with a forget bias of %3 the forget gate keeps too little at each step.</source>
        <translation>aqui ele cai para %1 em t = %2: com viés de esquecimento %3, a porta de esquecimento mantém pouco demais a cada passo.</translation>
    </message>
    <message>
        <source>A bias of %1 would open it to σ(%1) = %2.</source>
        <translation>Um viés de %1 a abriria até σ(%1) = %2.</translation>
    </message>
    <message>
        <source>Clipping rescues an infinite gradient.</source>
        <translation>O recorte (clipping) salva um gradiente infinito.</translation>
    </message>
    <message>
        <source>Clipping cures vanishing gradients.</source>
        <translation>O recorte (clipping) cura gradientes que somem.</translation>
    </message>
    <message>
        <source>In an LSTM gradients never vanish.</source>
        <translation>Em uma LSTM os gradientes nunca somem.</translation>
    </message>
    <message>
        <source>A gain above 1 makes the gradient explode.</source>
        <translation>Um ganho acima de 1 faz o gradiente explodir.</translation>
    </message>
    <message>
        <source>With ρ below 1 the gradient gets smaller at every step back.</source>
        <translation>Com ρ abaixo de 1 o gradiente diminui a cada passo para trás.</translation>
    </message>
    <message>
        <source>Truncation limits what the network can remember.</source>
        <translation>O truncamento limita o que a rede consegue lembrar.</translation>
    </message>
    <message>
        <source>Infinite and NaN are the same.</source>
        <translation>Infinito e NaN são a mesma coisa.</translation>
    </message>
    <message>
        <source>Every time step has weights of its own.</source>
        <translation>Cada passo de tempo tem pesos próprios.</translation>
    </message>
    <message>
        <source>here θ = %1 is on and the gradient still falls to %2 at t = %3. Clipping only ever shortens: it multiplies by 1 or less.</source>
        <translation>aqui θ = %1 está ligado e o gradiente ainda cai para %2 em t = %3. O recorte só encurta: multiplica por 1 ou menos.</translation>
    </message>
    <message>
        <source>here the gain is %1, and at t = 1 the gradient has only %2 times its size at the last step: φ′ at the states takes more than the weights give.</source>
        <translation>aqui o ganho é %1, e em t = 1 o gradiente tem só %2 vezes o tamanho que tem no último passo: φ′ nos estados tira mais do que os pesos dão.</translation>
    </message>
    <message>
        <source>here ρ = %1, and the gradient grows to %2 times its size, at t = %3. W is not normal: ρ tells only what its powers come to in the end.</source>
        <translation>aqui ρ = %1, e o gradiente cresce até %2 vezes o seu tamanho, em t = %3. W não é normal: ρ só diz aonde chegam, no fim, as suas potências.</translation>
    </message>
    <message>
        <source>here %1 has its first ∞ at t = %2, and no NaN. ∞ still has a sign and can be compared; in these networks NaN comes only of ∞ − ∞, 0 × ∞ or ∞ ÷ ∞.</source>
        <translation>aqui %1 tem o primeiro ∞ em t = %2, e nenhum NaN. ∞ ainda tem sinal e pode ser comparado; nestas redes, NaN só vem de ∞ − ∞, 0 × ∞ ou ∞ ÷ ∞.</translation>
    </message>
    <message>
        <source>here one set of weights is used %1 times. What is drawn for each t is a copy&apos;s contribution; their sum is the gradient, of norm %2 (%3).</source>
        <translation>aqui um só conjunto de pesos é usado %1 vezes. O que se desenha em cada t é a contribuição de uma cópia; a soma delas é o gradiente, de norma %2 (%3).</translation>
    </message>
    <message>
        <source>Often believed: “%1” But %2</source>
        <translation>Costuma-se pensar: “%1” Mas %2</translation>
    </message>
    <message>
        <source>here k = %1 stops only the gradient. The state of t = %2, of norm %3, goes into the next step as it is.</source>
        <translation>aqui k = %1 interrompe só o gradiente. O estado de t = %2, de norma %3, entra no passo seguinte como está.</translation>
    </message>
</context>
<context>
    <name>NormDecoration</name>
    <message>
        <source>%1: zero</source>
        <translation>%1: zero</translation>
    </message>
    <message>
        <source>%1: ∞</source>
        <translation>%1: ∞</translation>
    </message>
    <message>
        <source>%1: subnormal</source>
        <translation>%1: subnormal</translation>
    </message>
    <message>
        <source>threshold: exploded</source>
        <translation>limiar: explodiu</translation>
    </message>
    <message>
        <source>threshold: vanished</source>
        <translation>limiar: desapareceu</translation>
    </message>
    <message>
        <source>cut by truncation: no gradient comes here</source>
        <translation>cortado pelo truncamento: nenhum gradiente chega aqui</translation>
    </message>
    <message>
        <source>%1: NaN</source>
        <translation>%1: NaN</translation>
    </message>
    <message>
        <source>%1: exactly 0</source>
        <translation>%1: exatamente 0</translation>
    </message>
</context>
<context>
    <name>ParameterCountText</name>
    <message>
        <source>%1: %2 numbers</source>
        <translation>%1: %2 números</translation>
    </message>
    <message>
        <source>%1: %2 numbers each</source>
        <translation>%1: %2 números cada</translation>
    </message>
</context>
<context>
    <name>PhaseText</name>
    <message>
        <source>vanishing</source>
        <translation>desaparece</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>explode</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>living</source>
        <translation>vive</translation>
    </message>
    <message>
        <source>Input amplitude</source>
        <translation>Amplitude da entrada</translation>
    </message>
    <message>
        <source>Input gain</source>
        <translation>Ganho de entrada</translation>
    </message>
    <message>
        <source>Horizon T</source>
        <translation>Horizonte T</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>Viés de esquecimento</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>amplitude of the input</source>
        <translation>amplitude da entrada</translation>
    </message>
    <message>
        <source>gain of the input weights</source>
        <translation>ganho dos pesos de entrada</translation>
    </message>
    <message>
        <source>horizon T, steps</source>
        <translation>horizonte T, passos</translation>
    </message>
    <message>
        <source>bias of the forget gate</source>
        <translation>viés da porta de esquecimento</translation>
    </message>
    <message>
        <source>seed of the weights</source>
        <translation>semente dos pesos</translation>
    </message>
    <message>
        <source>standard deviation of the input</source>
        <translation>desvio padrão da entrada</translation>
    </message>
    <message>
        <source>gain %1, %2 %3</source>
        <translation>ganho %1, %2 %3</translation>
    </message>
    <message>
        <source>%1: not computed yet</source>
        <translation>%1: ainda não calculado</translation>
    </message>
    <message>
        <source>%1: NaN</source>
        <translation>%1: NaN</translation>
    </message>
    <message>
        <source>Input deviation</source>
        <translation>Desvio da entrada</translation>
    </message>
    <message numerus="yes">
        <source>%1: the median ratio of %n seeds is %2, %3</source>
        <translation>
            <numerusform>%1: a razão mediana de %n semente é %2, %3</numerusform>
            <numerusform>%1: a razão mediana de %n sementes é %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the ratio is %2, %3</source>
        <translation>%1: a razão é %2, %3</translation>
    </message>
</context>
<context>
    <name>ProblemSentence</name>
    <message>
        <source>line %1, column %2</source>
        <translation>linha %1, coluna %2</translation>
    </message>
    <message>
        <source>line %1, column %2 %3</source>
        <translation>linha %1, coluna %2 %3</translation>
    </message>
    <message>
        <source>column %1, line %2</source>
        <translation>coluna %1, linha %2</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>linha %1</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>o texto</translation>
    </message>
    <message>
        <source>%1 number</source>
        <translation>%1 número</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 números</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>%1 linha</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 linhas</translation>
    </message>
    <message>
        <source>%1 column</source>
        <translation>%1 coluna</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 colunas</translation>
    </message>
    <message>
        <source>give a file that can be read</source>
        <translation>indique um arquivo que possa ser lido</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>não existe</translation>
    </message>
    <message>
        <source>give the name of a file that does</source>
        <translation>indique o nome de um arquivo que exista</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>é uma pasta</translation>
    </message>
    <message>
        <source>give the name of a file</source>
        <translation>indique o nome de um arquivo</translation>
    </message>
    <message>
        <source>is larger than %1 MiB</source>
        <translation>é maior que %1 MiB</translation>
    </message>
    <message>
        <source>give a smaller file</source>
        <translation>indique um arquivo menor</translation>
    </message>
    <message>
        <source>is UTF-16</source>
        <translation>está em UTF-16</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>salve-o em UTF-8</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>não é um texto</translation>
    </message>
    <message>
        <source>give a text file in UTF-8</source>
        <translation>indique um arquivo de texto em UTF-8</translation>
    </message>
    <message>
        <source>is no UTF-8 text</source>
        <translation>não é um texto em UTF-8</translation>
    </message>
    <message>
        <source>has %1 characters</source>
        <translation>tem %1 caracteres</translation>
    </message>
    <message>
        <source>has %1 character</source>
        <translation>tem %1 caractere</translation>
    </message>
    <message>
        <source>give a text of at least %1, one more than the time steps, or a shorter unroll.horizon</source>
        <translation>indique um texto de pelo menos %1, um a mais que os passos de tempo, ou um unroll.horizon menor</translation>
    </message>
    <message>
        <source>has %1 different characters</source>
        <translation>tem %1 caracteres diferentes</translation>
    </message>
    <message>
        <source>give a text of at most %1</source>
        <translation>indique um texto de no máximo %1</translation>
    </message>
    <message>
        <source>the text is UTF-16</source>
        <translation>o texto está em UTF-16</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>o texto está vazio</translation>
    </message>
    <message>
        <source>the text holds a zero byte</source>
        <translation>o texto contém um byte zero</translation>
    </message>
    <message>
        <source>the text is no UTF-8</source>
        <translation>o texto não está em UTF-8</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>o texto termina cedo demais</translation>
    </message>
    <message>
        <source>give JSON</source>
        <translation>indique JSON</translation>
    </message>
    <message>
        <source>give JSON in UTF-8</source>
        <translation>indique JSON em UTF-8</translation>
    </message>
    <message>
        <source>it is a PNG picture</source>
        <translation>é uma imagem PNG</translation>
    </message>
    <message>
        <source>it is a JPEG picture</source>
        <translation>é uma imagem JPEG</translation>
    </message>
    <message>
        <source>it is a GIF picture</source>
        <translation>é uma imagem GIF</translation>
    </message>
    <message>
        <source>it is a PDF document</source>
        <translation>é um documento PDF</translation>
    </message>
    <message>
        <source>it is a ZIP archive</source>
        <translation>é um arquivo ZIP</translation>
    </message>
    <message>
        <source>it is a gzip archive</source>
        <translation>é um arquivo gzip</translation>
    </message>
    <message>
        <source>it is an SVG picture</source>
        <translation>é uma imagem SVG</translation>
    </message>
    <message>
        <source>it is an XML document</source>
        <translation>é um documento XML</translation>
    </message>
    <message>
        <source>it is a program</source>
        <translation>é um programa</translation>
    </message>
    <message>
        <source>found a text</source>
        <translation>encontrado um texto</translation>
    </message>
    <message>
        <source>found a number</source>
        <translation>encontrado um número</translation>
    </message>
    <message>
        <source>found true</source>
        <translation>encontrado true</translation>
    </message>
    <message>
        <source>found false</source>
        <translation>encontrado false</translation>
    </message>
    <message>
        <source>found null</source>
        <translation>encontrado null</translation>
    </message>
    <message>
        <source>found &apos;{&apos;</source>
        <translation>encontrado &apos;{&apos;</translation>
    </message>
    <message>
        <source>found &apos;}&apos;</source>
        <translation>encontrado &apos;}&apos;</translation>
    </message>
    <message>
        <source>found &apos;[&apos;</source>
        <translation>encontrado &apos;[&apos;</translation>
    </message>
    <message>
        <source>found &apos;]&apos;</source>
        <translation>encontrado &apos;]&apos;</translation>
    </message>
    <message>
        <source>found &apos;:&apos;</source>
        <translation>encontrado &apos;:&apos;</translation>
    </message>
    <message>
        <source>found &apos;,&apos;</source>
        <translation>encontrada &apos;,&apos;</translation>
    </message>
    <message>
        <source>give a key in quotation marks</source>
        <translation>indique uma chave entre aspas</translation>
    </message>
    <message>
        <source>give a key in quotation marks, or write decimals with a point, %1</source>
        <translation>indique uma chave entre aspas, ou escreva decimais com ponto, %1</translation>
    </message>
    <message>
        <source>give a value: a number, a text in quotation marks, true, false, null, [] or {}</source>
        <translation>indique um valor: um número, um texto entre aspas, true, false, null, [] ou {}</translation>
    </message>
    <message>
        <source>separate keys by a comma, or end them with }</source>
        <translation>separe as chaves com vírgula, ou termine-as com }</translation>
    </message>
    <message>
        <source>separate values by a comma, or end them with ]</source>
        <translation>separe os valores com vírgula, ou termine-os com ]</translation>
    </message>
    <message>
        <source>give a colon and a value after the key</source>
        <translation>indique dois-pontos e um valor depois da chave</translation>
    </message>
    <message>
        <source>remove what follows the last brace</source>
        <translation>remova o que vem depois da última chave }</translation>
    </message>
    <message>
        <source>remove the comma before it</source>
        <translation>remova a vírgula antes dele</translation>
    </message>
    <message>
        <source>remove the comma before it, or give a value</source>
        <translation>remova a vírgula antes dele, ou indique um valor</translation>
    </message>
    <message>
        <source>end it with }</source>
        <translation>termine-o com }</translation>
    </message>
    <message>
        <source>end it with ]</source>
        <translation>termine-o com ]</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>aparece duas vezes</translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation>remova uma das duas vezes</translation>
    </message>
    <message>
        <source>is beyond the largest float64 number</source>
        <translation>está além do maior número float64</translation>
    </message>
    <message>
        <source>give a smaller one, or %1</source>
        <translation>indique um menor, ou %1</translation>
    </message>
    <message>
        <source>is nested more than %1 levels deep</source>
        <translation>está aninhado em mais de %1 níveis</translation>
    </message>
    <message>
        <source>give fewer levels</source>
        <translation>indique menos níveis</translation>
    </message>
    <message>
        <source>is not a scenario</source>
        <translation>não é um cenário</translation>
    </message>
    <message>
        <source>give keys and values in braces, {}</source>
        <translation>indique chaves e valores entre {}</translation>
    </message>
    <message>
        <source>is that of a scenario</source>
        <translation>é o de um cenário</translation>
    </message>
    <message>
        <source>run it with backflow-cli run</source>
        <translation>execute-o com backflow-cli run</translation>
    </message>
    <message>
        <source>is that of a sweep</source>
        <translation>é o de uma varredura</translation>
    </message>
    <message>
        <source>run it with backflow-cli sweep</source>
        <translation>execute-a com backflow-cli sweep</translation>
    </message>
    <message>
        <source>is that of a saved training</source>
        <translation>é o de um treinamento salvo</translation>
    </message>
    <message>
        <source>go on with it by backflow-cli train --resume, or in the window</source>
        <translation>continue-o com backflow-cli train --resume, ou na janela</translation>
    </message>
    <message>
        <source>is not that of a saved training</source>
        <translation>não é o de um treinamento salvo</translation>
    </message>
    <message>
        <source>give a file that train --state wrote</source>
        <translation>indique um arquivo escrito por train --state</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>is not the format of a scenario</source>
        <translation>não é o formato de um cenário</translation>
    </message>
    <message>
        <source>is not a version that can be read</source>
        <translation>não é uma versão que possa ser lida</translation>
    </message>
    <message>
        <source>give %1</source>
        <translation>indique %1</translation>
    </message>
    <message>
        <source>give %1 to %2</source>
        <translation>indique de %1 a %2</translation>
    </message>
    <message>
        <source>give %1 or %2</source>
        <translation>indique %1 ou %2</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>não é um objeto</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>não é um texto</translation>
    </message>
    <message>
        <source>give one in quotation marks</source>
        <translation>indique um entre aspas</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>não é true nem false</translation>
    </message>
    <message>
        <source>give true or false</source>
        <translation>indique true ou false</translation>
    </message>
    <message>
        <source>give false</source>
        <translation>indique false</translation>
    </message>
    <message>
        <source>is not a list of numbers</source>
        <translation>não é uma lista de números</translation>
    </message>
    <message>
        <source>give numbers in brackets, []</source>
        <translation>indique números entre colchetes, []</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>não é um número</translation>
    </message>
    <message>
        <source>give a number, %1, %2 or %3</source>
        <translation>indique um número, %1, %2 ou %3</translation>
    </message>
    <message>
        <source>is not a list of rows</source>
        <translation>não é uma lista de linhas</translation>
    </message>
    <message>
        <source>give rows of numbers in brackets, [[]]</source>
        <translation>indique linhas de números entre colchetes, [[]]</translation>
    </message>
    <message>
        <source>is not a list of names</source>
        <translation>não é uma lista de nomes</translation>
    </message>
    <message>
        <source>give names in quotation marks and brackets, [%1]</source>
        <translation>indique nomes entre aspas e colchetes, [%1]</translation>
    </message>
    <message>
        <source>is not a list of precisions</source>
        <translation>não é uma lista de precisões</translation>
    </message>
    <message>
        <source>give names in brackets, [%1, %2]</source>
        <translation>indique nomes entre colchetes, [%1, %2]</translation>
    </message>
    <message>
        <source>is not a list of pins</source>
        <translation>não é uma lista de fixações</translation>
    </message>
    <message>
        <source>give objects such as {%1: %2, %3: %4, %5: %6, %7: %8}</source>
        <translation>indique objetos como {%1: %2, %3: %4, %5: %6, %7: %8}</translation>
    </message>
    <message>
        <source>give a pin such as {%1: %2, %3: %4, %5: %6, %7: %8}</source>
        <translation>indique uma fixação como {%1: %2, %3: %4, %5: %6, %7: %8}</translation>
    </message>
    <message>
        <source>give an object such as {%1: %2}</source>
        <translation>indique um objeto como {%1: %2}</translation>
    </message>
    <message>
        <source>give an object such as {%1: {%2: %3}}</source>
        <translation>indique um objeto como {%1: {%2: %3}}</translation>
    </message>
    <message>
        <source>is not given</source>
        <translation>não foi indicado</translation>
    </message>
    <message>
        <source>give the name of a text file</source>
        <translation>indique o nome de um arquivo de texto</translation>
    </message>
    <message>
        <source>give the name of a CSV file</source>
        <translation>indique o nome de um arquivo CSV</translation>
    </message>
    <message>
        <source>give the name of the task&apos;s data file</source>
        <translation>indique o nome do arquivo de dados da tarefa</translation>
    </message>
    <message>
        <source>names no column</source>
        <translation>não nomeia nenhuma coluna</translation>
    </message>
    <message>
        <source>give names from the first line of the file</source>
        <translation>indique nomes da primeira linha do arquivo</translation>
    </message>
    <message>
        <source>are too many input numbers</source>
        <translation>são números de entrada demais</translation>
    </message>
    <message>
        <source>are too many targets for %1 hidden units</source>
        <translation>são alvos demais para %1 unidades ocultas</translation>
    </message>
    <message>
        <source>give at most %1</source>
        <translation>indique no máximo %1</translation>
    </message>
    <message>
        <source>give at least %1</source>
        <translation>indique pelo menos %1</translation>
    </message>
    <message>
        <source>has a quotation mark that is not closed</source>
        <translation>tem aspas que não se fecham</translation>
    </message>
    <message>
        <source>cannot be used: line %1 has a quotation mark that is not closed</source>
        <translation>não serve: a linha %1 tem aspas que não se fecham</translation>
    </message>
    <message>
        <source>cannot be used: line %1 has a quotation mark out of place</source>
        <translation>não serve: a linha %1 tem aspas fora do lugar</translation>
    </message>
    <message>
        <source>cannot be used: line %1 is too large for the memory</source>
        <translation>não serve: a linha %1 é grande demais para a memória</translation>
    </message>
    <message>
        <source>cannot be used: line %1 has %2 cells where the first line has %3</source>
        <translation>não serve: a linha %1 tem %2 células onde a primeira tem %3</translation>
    </message>
    <message>
        <source>cannot be used: line %1 has %2 cell where the first line has %3</source>
        <translation>não serve: a linha %1 tem %2 célula onde a primeira tem %3</translation>
    </message>
    <message>
        <source>correct that line</source>
        <translation>corrija essa linha</translation>
    </message>
    <message>
        <source>give a CSV file</source>
        <translation>indique um arquivo CSV</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vazio</translation>
    </message>
    <message>
        <source>give a CSV file with names in its first line</source>
        <translation>indique um arquivo CSV com nomes na primeira linha</translation>
    </message>
    <message>
        <source>has no header: its first line holds numbers</source>
        <translation>não tem cabeçalho: a primeira linha contém números</translation>
    </message>
    <message>
        <source>write the columns&apos; names above them</source>
        <translation>escreva os nomes das colunas acima deles</translation>
    </message>
    <message>
        <source>is the name of several columns</source>
        <translation>é o nome de várias colunas</translation>
    </message>
    <message>
        <source>give the columns different names</source>
        <translation>dê nomes diferentes às colunas</translation>
    </message>
    <message>
        <source>is not a column of %1</source>
        <translation>não é uma coluna de %1</translation>
    </message>
    <message>
        <source>give one of its %1 columns</source>
        <translation>indique uma das suas %1 colunas</translation>
    </message>
    <message>
        <source>give %1, %2, %3, %4 or one of the %5 others</source>
        <translation>indique %1, %2, %3, %4 ou uma das outras %5</translation>
    </message>
    <message>
        <source>has no column %1</source>
        <translation>não tem a coluna %1</translation>
    </message>
    <message>
        <source>give a file with the column %1</source>
        <translation>indique um arquivo com a coluna %1</translation>
    </message>
    <message>
        <source>give a file with the columns %1, %2, %3 and %4</source>
        <translation>indique um arquivo com as colunas %1, %2, %3 e %4</translation>
    </message>
    <message>
        <source>is an empty cell</source>
        <translation>é uma célula vazia</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>contém %1</translation>
    </message>
    <message>
        <source>give a number there</source>
        <translation>escreva ali um número</translation>
    </message>
    <message>
        <source>has no row below its first line</source>
        <translation>não tem linhas abaixo da primeira</translation>
    </message>
    <message>
        <source>give a longer file</source>
        <translation>indique um arquivo mais longo</translation>
    </message>
    <message>
        <source>give a longer file, or a horizon of at most %1</source>
        <translation>indique um arquivo mais longo, ou um horizonte de no máximo %1</translation>
    </message>
    <message>
        <source>has %1 rows where %2 are needed</source>
        <translation>tem %1 linhas, e são necessárias %2</translation>
    </message>
    <message>
        <source>has %1 row where %2 are needed</source>
        <translation>tem %1 linha, e são necessárias %2</translation>
    </message>
    <message>
        <source>has %1 rows from row %2 on where %3 are needed</source>
        <translation>tem %1 linhas a partir da linha %2, e são necessárias %3</translation>
    </message>
    <message>
        <source>has %1 row from row %2 on where %3 are needed</source>
        <translation>tem %1 linha a partir da linha %2, e são necessárias %3</translation>
    </message>
    <message>
        <source>give %1 rows of %2 numbers</source>
        <translation>indique %1 linhas de %2 números</translation>
    </message>
    <message>
        <source>give %1 rows of %2 number</source>
        <translation>indique %1 linhas de %2 número</translation>
    </message>
    <message>
        <source>give %1 row of %2 numbers</source>
        <translation>indique %1 linha de %2 números</translation>
    </message>
    <message>
        <source>give %1 row of %2 number</source>
        <translation>indique %1 linha de %2 número</translation>
    </message>
    <message>
        <source>give %1 rows</source>
        <translation>indique %1 linhas</translation>
    </message>
    <message>
        <source>give %1 row</source>
        <translation>indique %1 linha</translation>
    </message>
    <message>
        <source>give %1 numbers</source>
        <translation>indique %1 números</translation>
    </message>
    <message>
        <source>give %1 number</source>
        <translation>indique %1 número</translation>
    </message>
    <message>
        <source>has %1 numbers</source>
        <translation>tem %1 números</translation>
    </message>
    <message>
        <source>has %1 number</source>
        <translation>tem %1 número</translation>
    </message>
    <message>
        <source>do not fit %1 hidden units</source>
        <translation>não servem para %1 unidades ocultas</translation>
    </message>
    <message>
        <source>do not fit %1 hidden unit</source>
        <translation>não servem para %1 unidade oculta</translation>
    </message>
    <message>
        <source>does not fit %1 hidden units</source>
        <translation>não serve para %1 unidades ocultas</translation>
    </message>
    <message>
        <source>does not fit %1 hidden unit</source>
        <translation>não serve para %1 unidade oculta</translation>
    </message>
    <message>
        <source>do not fit %1 time steps</source>
        <translation>não servem para %1 passos de tempo</translation>
    </message>
    <message>
        <source>does not fit %1 time steps</source>
        <translation>não serve para %1 passos de tempo</translation>
    </message>
    <message>
        <source>do not fit the last step</source>
        <translation>não servem para o último passo</translation>
    </message>
    <message>
        <source>does not fit the last step</source>
        <translation>não serve para o último passo</translation>
    </message>
    <message>
        <source>needs a network that reads forward, without attention</source>
        <translation>precisa de uma rede que leia para a frente, sem atenção</translation>
    </message>
    <message>
        <source>are for a cell state, which this cell has not</source>
        <translation>são de um estado de célula, que esta célula não tem</translation>
    </message>
    <message>
        <source>leave it out, or give network.cell %1</source>
        <translation>deixe-os de fora, ou indique network.cell %1</translation>
    </message>
    <message>
        <source>needs characters to foretell</source>
        <translation>precisa de caracteres para prever</translation>
    </message>
    <message>
        <source>give input.kind %1</source>
        <translation>indique input.kind %1</translation>
    </message>
    <message>
        <source>is not a threshold</source>
        <translation>não é um limiar</translation>
    </message>
    <message>
        <source>give a number above %1, or %2</source>
        <translation>indique um número acima de %1, ou %2</translation>
    </message>
    <message>
        <source>is not below the threshold of exploding</source>
        <translation>não está abaixo do limiar de explosão</translation>
    </message>
    <message>
        <source>give a number below %1</source>
        <translation>indique um número abaixo de %1</translation>
    </message>
    <message>
        <source>is for a gate that this cell has not</source>
        <translation>é para uma porta que esta célula não tem</translation>
    </message>
    <message>
        <source>give %1, or network.cell %2</source>
        <translation>indique %1, ou network.cell %2</translation>
    </message>
    <message>
        <source>give %1, or network.cell %2 or %3</source>
        <translation>indique %1, ou network.cell %2 ou %3</translation>
    </message>
    <message>
        <source>is for gates that this cell has not</source>
        <translation>é para portas que esta célula não tem</translation>
    </message>
    <message>
        <source>give null, or network.cell %1 or %2</source>
        <translation>indique null, ou network.cell %1 ou %2</translation>
    </message>
    <message>
        <source>takes the place of forget_bias and update_bias</source>
        <translation>toma o lugar de forget_bias e update_bias</translation>
    </message>
    <message>
        <source>give one or the other</source>
        <translation>indique um ou o outro</translation>
    </message>
    <message>
        <source>is no gate of this cell</source>
        <translation>não é uma porta desta célula</translation>
    </message>
    <message>
        <source>give [], or network.cell %1 or %2</source>
        <translation>indique [], ou network.cell %1 ou %2</translation>
    </message>
    <message>
        <source>is too short for this task</source>
        <translation>é curto demais para esta tarefa</translation>
    </message>
    <message>
        <source>is for training on a loss at the last step, and this task has one at every step</source>
        <translation>é para treinar com uma perda no último passo, e esta tarefa tem uma em cada passo</translation>
    </message>
    <message>
        <source>lets the network read the character that it is to foretell</source>
        <translation>deixa a rede ler o caractere que ela deve prever</translation>
    </message>
    <message>
        <source>is not trained with in layers that read both ways</source>
        <translation>não serve para treinar camadas que leem nos dois sentidos</translation>
    </message>
    <message>
        <source>is not trained in</source>
        <translation>não serve para treinar</translation>
    </message>
    <message>
        <source>is not trained</source>
        <translation>não se treina</translation>
    </message>
    <message>
        <source>does not tell the weights of the task&apos;s output</source>
        <translation>não diz os pesos da saída da tarefa</translation>
    </message>
    <message>
        <source>give another initialiser</source>
        <translation>indique outra inicialização</translation>
    </message>
    <message>
        <source>is defined for one plain layer that reads forward</source>
        <translation>está definido para uma camada simples que lê para a frente</translation>
    </message>
    <message>
        <source>sequences of this length and size take too much memory</source>
        <translation>sequências deste comprimento e tamanho ocupam memória demais</translation>
    </message>
    <message>
        <source>give a smaller batch, horizon or network</source>
        <translation>indique um lote, um horizonte ou uma rede menor</translation>
    </message>
    <message>
        <source>is too long for the %1 rows of the task&apos;s file</source>
        <translation>é longo demais para as %1 linhas do arquivo da tarefa</translation>
    </message>
    <message>
        <source>give a shorter one</source>
        <translation>indique um menor</translation>
    </message>
    <message>
        <source>is too short for this horizon</source>
        <translation>é curto demais para este horizonte</translation>
    </message>
    <message>
        <source>give a longer one, or a shorter unroll.horizon</source>
        <translation>indique um mais longo, ou um unroll.horizon menor</translation>
    </message>
    <message>
        <source>has no templates</source>
        <translation>não tem modelos</translation>
    </message>
    <message>
        <source>cannot be read %1</source>
        <translation>não pode ser lido %1</translation>
    </message>
    <message>
        <source>is missing or damaged</source>
        <translation>falta ou está danificado</translation>
    </message>
    <message>
        <source>is no value</source>
        <translation>não é um valor</translation>
    </message>
    <message>
        <source>write a number, true, false or null, or put a text in quotation marks</source>
        <translation>escreva um número, true, false ou null, ou ponha um texto entre aspas</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>não é um número válido</translation>
    </message>
    <message>
        <source>write it as %1 or %2</source>
        <translation>escreva-o como %1 ou %2</translation>
    </message>
    <message>
        <source>is no number in JSON</source>
        <translation>não é um número em JSON</translation>
    </message>
    <message>
        <source>give a finite number, or %1 in quotation marks where the field takes it</source>
        <translation>indique um número finito, ou %1 entre aspas onde o campo o aceita</translation>
    </message>
    <message>
        <source>has no closing quotation mark</source>
        <translation>não tem as aspas finais</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>acrescente-as</translation>
    </message>
    <message>
        <source>holds a line break or a tab</source>
        <translation>contém uma quebra de linha ou uma tabulação</translation>
    </message>
    <message>
        <source>write \n or \t in its place</source>
        <translation>escreva \n ou \t no lugar dela</translation>
    </message>
    <message>
        <source>has a lone backslash</source>
        <translation>tem uma barra invertida sozinha</translation>
    </message>
    <message>
        <source>write a backslash within a text twice</source>
        <translation>escreva duas vezes uma barra invertida dentro de um texto</translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation>não é JSON</translation>
    </message>
    <message>
        <source>correct it</source>
        <translation>corrija-o</translation>
    </message>
    <message>
        <source>give one of its %1 column</source>
        <translation>indique a sua %1 coluna</translation>
    </message>
    <message>
        <source>are too many targets for %1 hidden unit</source>
        <translation>são alvos demais para %1 unidade oculta</translation>
    </message>
    <message>
        <source>do not fit %1 time step</source>
        <translation>não servem para %1 passo de tempo</translation>
    </message>
    <message>
        <source>does not fit %1 time step</source>
        <translation>não serve para %1 passo de tempo</translation>
    </message>
    <message>
        <source>has %1 rows where %2 is needed</source>
        <translation>tem %1 linhas, e é necessária %2</translation>
    </message>
    <message>
        <source>is too long for the %1 row of the task&apos;s file</source>
        <translation>é longo demais para a %1 linha do arquivo da tarefa</translation>
    </message>
    <message>
        <source>give a JSON object with lists %1, %2, %3, %4, %5, %6</source>
        <translation>indique um objeto JSON com as listas %1, %2, %3, %4, %5, %6</translation>
    </message>
    <message>
        <source>column %1 of %2, line %3</source>
        <translation>coluna %1 de %2, linha %3</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>Give a number above 0.</source>
        <translation>Informe um número maior que 0.</translation>
    </message>
    <message>
        <source>Give a number of at least %1.</source>
        <translation>Informe um número a partir de %1.</translation>
    </message>
    <message>
        <source>Give a number above 0, up to %1.</source>
        <translation>Informe um número maior que 0, até %1.</translation>
    </message>
    <message>
        <source>Give a number from %1 to %2.</source>
        <translation>Informe um número de %1 a %2.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Escolha entre: %1.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>Este campo não existe.</translation>
    </message>
    <message>
        <source>There is no such field; did you mean %1?</source>
        <translation>Este campo não existe; você quis dizer %1?</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Informe um número inteiro de %1 a %2.</translation>
    </message>
    <message>
        <source>Give a number, such as 0.5 or 0,5.</source>
        <translation>Informe um número, como 0,5 ou 0.5.</translation>
    </message>
    <message>
        <source>(Also wrong: %1.)</source>
        <translation>(Também errados: %1.)</translation>
    </message>
    <message>
        <source>Give a number from %1 to below %2.</source>
        <translation>Informe um número a partir de %1 e menor que %2.</translation>
    </message>
    <message>
        <source>%1 is not a known field; remove it.</source>
        <translation>%1 não é um campo conhecido; remova-o.</translation>
    </message>
    <message>
        <source>%1 is not a known field; did you mean %2?</source>
        <translation>%1 não é um campo conhecido; você quis dizer %2?</translation>
    </message>
    <message>
        <source>%1 is not possible; %2</source>
        <translation>%1 não é possível; %2</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>%1: every number is finite.</source>
        <translation>%1: todos os números são finitos.</translation>
    </message>
    <message>
        <source>%1: overflow, some number is infinite.</source>
        <translation>%1: overflow, algum número é infinito.</translation>
    </message>
    <message>
        <source>%1: NaN, in training the weights would be lost.</source>
        <translation>%1: NaN, em um treinamento os pesos seriam perdidos.</translation>
    </message>
    <message>
        <source>Read in both directions, the gradient&apos;s norm is %1 at t = 1 and %2 at t = %3; it is least, %4, at t = %5.</source>
        <translation>Com leitura nos dois sentidos, a norma do gradiente é %1 em t = 1 e %2 em t = %3; é mínima, %4, em t = %5.</translation>
    </message>
    <message>
        <source>From t = %1 back to t = 1 the gradient&apos;s norm is multiplied by %2, on average by %3 a step.</source>
        <translation>De t = %1 de volta até t = 1, a norma do gradiente é multiplicada por %2, em média por %3 a cada passo.</translation>
    </message>
    <message>
        <source>No gradient reaches t = 1 at all.</source>
        <translation>Nenhum gradiente chega a t = 1.</translation>
    </message>
    <message>
        <source>float32 and float64 part without running out of range: small differences of rounding grow from step to step, as they do where a network is chaotic.</source>
        <translation>float32 e float64 se separam sem sair do alcance: pequenas diferenças de arredondamento crescem passo a passo, como acontece onde a rede é caótica.</translation>
    </message>
    <message>
        <source>Of ∂L/∂c at t = 1, what came along the cell alone has the norm %1, what passed through the gates %2 (%3).</source>
        <translation>De ∂L/∂c em t = 1, o que veio só ao longo da célula tem norma %1, e o que passou pelas portas, %2 (%3).</translation>
    </message>
    <message>
        <source>Truncation or clipping leaves the gradient as it is (%1).</source>
        <translation>O truncamento ou o recorte deixa o gradiente como está (%1).</translation>
    </message>
    <message>
        <source>%1: from t = %2 back rounding holds the gradient at %3. Numbers as small as that, times the factor of a step, round to themselves: it never reaches zero.</source>
        <translation>%1: de t = %2 para trás, o arredondamento mantém o gradiente em %3. Números tão pequenos, vezes o fator de um passo, arredondam para si mesmos: ele nunca chega a zero.</translation>
    </message>
    <message>
        <source>What truncation or clipping leaves of the gradient is %1 times as long and points the same way (%2).</source>
        <translation>O que o truncamento ou o recorte deixa do gradiente tem %1 vezes o comprimento dele e aponta na mesma direção (%2).</translation>
    </message>
    <message>
        <source>The weights are those before training.</source>
        <translation>Os pesos são os de antes do treino.</translation>
    </message>
    <message>
        <source>What truncation or clipping leaves of the gradient is %1 times as long and points %2° away from it (%3).</source>
        <translation>O que o truncamento ou o recorte deixa do gradiente tem %1 vezes o seu comprimento e desvia %2° da sua direção (%3).</translation>
    </message>
    <message>
        <source>The loss reads every state: the gradient&apos;s norm is %1 at t = 1 and %2 at t = %3.</source>
        <translation>A perda lê todos os estados: a norma do gradiente é %1 em t = 1 e %2 em t = %3.</translation>
    </message>
    <message>
        <source>Of ∂L/∂h at t = 1, what attention passes directly has the norm %1, what came back through the recurrence %2 (%3).</source>
        <translation>De ∂L/∂h em t = 1, a parte que a atenção passa diretamente tem norma %1, e a que voltou pela recorrência, %2 (%3).</translation>
    </message>
    <message>
        <source>No gradient reaches h at t = 1: what arrives there comes along the cell, as ∂L/∂c.</source>
        <translation>Nenhum gradiente chega a h em t = 1: o que chega ali vem pela célula, como ∂L/∂c.</translation>
    </message>
</context>
<context>
    <name>ScenarioText</name>
    <message>
        <source>explicit weights</source>
        <translation>pesos explícitos</translation>
    </message>
    <message>
        <source>%1, gain %2</source>
        <translation>%1, ganho %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>semente %1</translation>
    </message>
    <message>
        <source>loss: %1, %2</source>
        <translation>perda: %1, %2</translation>
    </message>
    <message>
        <source>truncation: %1, k = %2</source>
        <translation>truncamento: %1, k = %2</translation>
    </message>
    <message>
        <source>clipping: %1, θ = %2</source>
        <translation>recorte: %1, θ = %2</translation>
    </message>
    <message>
        <source>Untitled scenario</source>
        <translation>Cenário sem título</translation>
    </message>
    <message>
        <source>input: noise, std %1, seed %2</source>
        <translation>entrada: ruído, desvio padrão %1, semente %2</translation>
    </message>
    <message>
        <source>input: impulse %1 at t = %2</source>
        <translation>entrada: impulso %1 em t = %2</translation>
    </message>
    <message>
        <source>input: constant %1</source>
        <translation>entrada: constante %1</translation>
    </message>
    <message>
        <source>input: sine %1, period %2</source>
        <translation>entrada: seno %1, período %2</translation>
    </message>
    <message>
        <source>input: %1 (%2)</source>
        <translation>entrada: %1 (%2)</translation>
    </message>
    <message>
        <source>input: %1</source>
        <translation>entrada: %1</translation>
    </message>
    <message>
        <source>input: given by the scenario</source>
        <translation>entrada: dada pelo cenário</translation>
    </message>
    <message>
        <source>layers: %1</source>
        <translation>camadas: %1</translation>
    </message>
    <message>
        <source>bidirectional</source>
        <translation>bidirecional</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>atenção</translation>
    </message>
    <message>
        <source>input gain %1</source>
        <translation>ganho de entrada %1</translation>
    </message>
    <message>
        <source>chrono up to %1</source>
        <translation>chrono até %1</translation>
    </message>
    <message>
        <source>forget bias %1</source>
        <translation>viés de esquecimento %1</translation>
    </message>
    <message>
        <source>update bias %1</source>
        <translation>viés de atualização %1</translation>
    </message>
    <message>
        <source>%1 gate pinned at %2, t = %3 to %4</source>
        <translation>porta de %1 fixada em %2, t = %3 a %4</translation>
    </message>
    <message>
        <source>h₀: noise, std %1, seed %2</source>
        <translation>h₀: ruído, desvio padrão %1, semente %2</translation>
    </message>
    <message>
        <source>h₀: given by the scenario</source>
        <translation>h₀: dado pelo cenário</translation>
    </message>
    <message>
        <source>v: seed %1</source>
        <translation>v: semente %1</translation>
    </message>
    <message>
        <source>target: %1, rows ahead: %2</source>
        <translation>alvo: %1, linhas adiante: %2</translation>
    </message>
    <message>
        <source>Changed from “%1”</source>
        <translation>Alterado a partir de “%1”</translation>
    </message>
</context>
<context>
    <name>ShownCsv</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 não pode ser gravado: %2</translation>
    </message>
</context>
<context>
    <name>SliderNotes</name>
    <message>
        <source>Not used: the scenario gives the weights.</source>
        <translation>Não usado: o cenário define os pesos.</translation>
    </message>
    <message>
        <source>At %1 a linear layer neither fades nor grows.</source>
        <translation>Com %1, a camada linear não atenua nem amplifica.</translation>
    </message>
    <message>
        <source>%1 is neutral for small h; above, tanh may still fade.</source>
        <translation>%1 é neutro se h é pequeno; acima, tanh ainda pode atenuar.</translation>
    </message>
    <message>
        <source>At 1, units that are on neither fade nor grow.</source>
        <translation>Com 1, unidade ativa não atenua nem amplifica.</translation>
    </message>
    <message>
        <source>%1 is neutral while half of the units are on.</source>
        <translation>%1 é neutro se metade das unidades está ativa.</translation>
    </message>
    <message>
        <source>σ′ is at most ¼, so gradients fade well above 1 too.</source>
        <translation>σ′ ≤ ¼: o gradiente cai mesmo bem acima de 1.</translation>
    </message>
    <message>
        <source>norm %1, %2</source>
        <translation>norma %1, %2</translation>
    </message>
    <message>
        <source>largest ‖∂L/∂h‖ %1 → %2, %3</source>
        <translation>maior ‖∂L/∂h‖ %1 → %2, %3</translation>
    </message>
    <message>
        <source>norm %1 → %2, %3</source>
        <translation>norma %1 → %2, %3</translation>
    </message>
    <message>
        <source>states held: %1</source>
        <translation>estados guardados: %1</translation>
    </message>
    <message>
        <source>states held: %1 of %2</source>
        <translation>estados guardados: %1 de %2</translation>
    </message>
    <message>
        <source>2 is neutral at zero state, where the gates are ½.</source>
        <translation>2 é neutro no estado zero, com portas em ½.</translation>
    </message>
    <message>
        <source>Acts on every recurrent block; the gates decide.</source>
        <translation>Age em cada bloco recorrente; as portas decidem.</translation>
    </message>
    <message>
        <source>The weights are given.</source>
        <translation>Os pesos são dados.</translation>
    </message>
    <message>
        <source>2 is neutral at zero state.</source>
        <translation>2 é neutro no estado zero.</translation>
    </message>
    <message>
        <source>The gates decide, too.</source>
        <translation>As portas decidem também.</translation>
    </message>
    <message>
        <source>%1 is neutral if linear.</source>
        <translation>%1 é neutro numa camada linear.</translation>
    </message>
    <message>
        <source>%1 is neutral for h ≈ 0.</source>
        <translation>%1 é neutro se h ≈ 0.</translation>
    </message>
    <message>
        <source>1 is neutral for units on.</source>
        <translation>1 é neutro em unidade ativa.</translation>
    </message>
    <message>
        <source>%1 is neutral, half being on.</source>
        <translation>%1 é neutro, metade ativa.</translation>
    </message>
    <message>
        <source>σ′ ≤ ¼: fades above 1, too.</source>
        <translation>σ′ ≤ ¼: cai acima de 1.</translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation>norma %1</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>guarda %1</translation>
    </message>
    <message>
        <source>holds %1 of %2</source>
        <translation>guarda %1 de %2</translation>
    </message>
    <message>
        <source>held with checkpoints: %1 of %2</source>
        <translation>guardados com checkpoints: %1 de %2</translation>
    </message>
    <message>
        <source>The slider ends at %1; above, gates tend to 0 or 1.</source>
        <translation>O controle vai até %1; acima, as portas tendem a 0 ou 1.</translation>
    </message>
    <message>
        <source>Above %1 gates tend to 0, 1.</source>
        <translation>Controle até %1; acima, portas → 0, 1.</translation>
    </message>
    <message>
        <source>The slider ends at %1; above, units tend to saturate.</source>
        <translation>O controle vai até %1; acima, as unidades tendem a saturar.</translation>
    </message>
    <message>
        <source>Above %1 units saturate.</source>
        <translation>Controle até %1; acima, satura.</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>não usado</translation>
    </message>
    <message>
        <source>neutral: %1</source>
        <translation>neutro: %1</translation>
    </message>
    <message>
        <source>gates decide</source>
        <translation>portas decidem</translation>
    </message>
    <message>
        <source>&gt; %1: gates 0, 1</source>
        <translation>&gt; %1: portas 0, 1</translation>
    </message>
    <message>
        <source>The slider ends at %1; here each step multiplies by ≈ %2.</source>
        <translation>O controle vai até %1; cada passo multiplica por ≈ %2.</translation>
    </message>
    <message>
        <source>Above %1; ≈ × %2 a step.</source>
        <translation>Controle até %1; ≈ × %2 por passo.</translation>
    </message>
    <message>
        <source>&gt; %1: saturates</source>
        <translation>&gt; %1: satura</translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>given</source>
        <translation>dada</translation>
    </message>
</context>
<context>
    <name>TaskText</name>
    <message>
        <source>x_1 ~ N(0, 1), then zeros; the target at T is x_1.
Loss: squared error.</source>
        <translation>x_1 ~ N(0, 1), depois zeros; o alvo em T é x_1.
Perda: erro quadrático.</translation>
    </message>
    <message>
        <source>x_t = (u_t, m_t) with u_t ~ U(0, 1), and m_t = 1 at one step of each half; the target at T is the sum of the two marked u.
Loss: squared error.</source>
        <translation>x_t = (u_t, m_t) com u_t ~ U(0, 1), e m_t = 1 em um passo de cada metade; o alvo em T é a soma dos dois u marcados.
Perda: erro quadrático.</translation>
    </message>
    <message>
        <source>Ten symbols out of eight, blanks, a mark at T − 10; the target of the last ten steps is the ten symbols, before that blanks.
Loss: cross-entropy in nats, at every step.</source>
        <translation>Dez símbolos dentre oito, brancos, uma marca em T − 10; o alvo dos dez últimos passos são os dez símbolos; antes disso, brancos.
Perda: entropia cruzada em nats, em cada passo.</translation>
    </message>
    <message>
        <source>Distractors, but A or B at two steps; the class at T, one of four, says which came first and which second.
Loss: cross-entropy in nats.</source>
        <translation>Distratores, mas A ou B em dois passos; a classe em T, uma de quatro, diz qual veio em primeiro lugar e qual em segundo.
Perda: entropia cruzada em nats.</translation>
    </message>
    <message>
        <source>An article and a noun, distractors, and a verb at T; the class is the noun&apos;s gender, with which the adjective has to agree.
Loss: cross-entropy in nats.</source>
        <translation>Um artigo e um substantivo, distratores e um verbo em T; a classe é o gênero do substantivo, com o qual o adjetivo tem de concordar.
Perda: entropia cruzada em nats.</translation>
    </message>
    <message>
        <source>The weather of T days; the target is the highest temperature of the day after, in °C, standardised.
Loss: squared error.</source>
        <translation>O tempo meteorológico de T dias; o alvo é a temperatura máxima do dia seguinte, em °C, padronizada.
Perda: erro quadrático.</translation>
    </message>
    <message>
        <source>The weather of T days; the target is m_t = 0.8·m_{t−1} + warmth_t − rain_t, standardised.
Loss: squared error, at every step.</source>
        <translation>O tempo meteorológico de T dias; o alvo é m_t = 0,8·m_{t−1} + calor_t − chuva_t, padronizado.
Perda: erro quadrático, em cada passo.</translation>
    </message>
    <message>
        <source>The sunspot numbers of T months; the target is that of a later month, standardised.
Loss: squared error.</source>
        <translation>Os números de manchas solares de T meses; o alvo é o de um mês posterior, padronizado.
Perda: erro quadrático.</translation>
    </message>
    <message>
        <source>T characters of a text, one-hot; the target is always the next one.
Loss: cross-entropy in nats a character, at every step.</source>
        <translation>T caracteres de um texto, em one-hot; o alvo é sempre o próximo.
Perda: entropia cruzada em nats por caractere, em cada passo.</translation>
    </message>
    <message>
        <source>Stochastic gradient descent: w ← w − η·g</source>
        <translation>Descida de gradiente estocástica: w ← w − η·g</translation>
    </message>
    <message>
        <source>Gradient descent with momentum:
v ← μ·v + g
w ← w − η·v</source>
        <translation>Descida de gradiente com momentum:
v ← μ·v + g
w ← w − η·v</translation>
    </message>
    <message>
        <source>RMSProp:
s ← α·s + (1 − α)·g²
w ← w − η·g / (√s + ε)</source>
        <translation>RMSProp:
s ← α·s + (1 − α)·g²
w ← w − η·g / (√s + ε)</translation>
    </message>
    <message>
        <source>Adam (Kingma &amp; Ba 2015):
m ← β₁·m + (1 − β₁)·g
s ← β₂·s + (1 − β₂)·g²
w ← w − η·m̂ / (√ŝ + ε), with m̂ = m / (1 − β₁ⁿ) and ŝ = s / (1 − β₂ⁿ) at update n</source>
        <translation>Adam (Kingma &amp; Ba 2015):
m ← β₁·m + (1 − β₁)·g
s ← β₂·s + (1 − β₂)·g²
w ← w − η·m̂ / (√ŝ + ε), com m̂ = m / (1 − β₁ⁿ) e ŝ = s / (1 − β₂ⁿ) na atualização n</translation>
    </message>
</context>
<context>
    <name>TheoryText</name>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end. As σ₁ = %2 is above 1, it may grow first.</source>
        <translation>ρ = %1 está abaixo de 1: o gradiente de uma camada linear acaba se atenuando. Como σ₁ = %2 está acima de 1, pode crescer antes.</translation>
    </message>
    <message>
        <source>ρ = %1 is below 1: a linear layer&apos;s gradient fades in the end.</source>
        <translation>ρ = %1 está abaixo de 1: o gradiente de uma camada linear acaba se atenuando.</translation>
    </message>
    <message>
        <source>ρ = %1 is above 1: a linear layer&apos;s gradient grows in the end, unless it has no part along the growing directions.</source>
        <translation>ρ = %1 está acima de 1: o gradiente de uma camada linear acaba crescendo, a não ser que não tenha parte nas direções que crescem.</translation>
    </message>
    <message>
        <source>σ₁ = %1 is not below 1/γ = %3 and ρ = %2 is not above it: nothing follows. σ₁ &gt; 1/γ is necessary for exploding, not sufficient.</source>
        <translation>σ₁ = %1 não está abaixo de 1/γ = %3 e ρ = %2 não está acima: nada se conclui. σ₁ &gt; 1/γ é necessário para explodir, mas não suficiente.</translation>
    </message>
    <message>
        <source>step Jacobian at t = %1: ρ = %2, σ₁ = %3</source>
        <translation>jacobiana do passo em t = %1: ρ = %2, σ₁ = %3</translation>
    </message>
    <message>
        <source>largest Lyapunov exponent λ₁ = %1 a step</source>
        <translation>maior expoente de Lyapunov λ₁ = %1 por passo</translation>
    </message>
    <message>
        <source>mean field without input: q* = %1, χ = %2, λ = %3</source>
        <translation>campo médio sem entrada: q* = %1, χ = %2, λ = %3</translation>
    </message>
    <message>
        <source>Lyapunov exponents: only for one direction</source>
        <translation>expoentes de Lyapunov: só para uma direção</translation>
    </message>
    <message>
        <source>Lyapunov exponents: too much work at this size and horizon</source>
        <translation>expoentes de Lyapunov: trabalho demais com este tamanho e horizonte</translation>
    </message>
    <message>
        <source>Lyapunov exponents: none, numbers are not finite</source>
        <translation>expoentes de Lyapunov: nenhum, há números não finitos</translation>
    </message>
    <message>
        <source>σ₁ = %1 is below 1/γ = %2: sufficient for what a late loss sends back through the recurrence to vanish over long times.</source>
        <translation>σ₁ = %1 está abaixo de 1/γ = %2: suficiente para que o que uma perda tardia manda de volta pela recorrência desapareça em tempos longos.</translation>
    </message>
    <message>
        <source>critical gain of a wide network at zero state: %1</source>
        <translation>ganho crítico de uma rede larga no estado zero: %1</translation>
    </message>
    <message>
        <source>ρ = %1 is above 1/γ = %2, and so is σ₁, which is never less. σ₁ &gt; 1/γ is necessary for exploding, not sufficient: what happens is up to φ′ at the states.</source>
        <translation>ρ = %1 está acima de 1/γ = %2, e com ele σ₁, que nunca é menor. σ₁ &gt; 1/γ é necessário para explodir, mas não suficiente: o que acontece depende de φ′ nos estados.</translation>
    </message>
    <message>
        <source>ρ = %1: a linear layer&apos;s gradient neither fades nor grows exponentially.</source>
        <translation>ρ = %1: o gradiente de uma camada linear não decai nem cresce exponencialmente.</translation>
    </message>
    <message>
        <source>critical gain of a wide network, half of its units on: %1</source>
        <translation>ganho crítico de uma rede larga com metade das unidades ativas: %1</translation>
    </message>
</context>
<context>
    <name>TrainingMarks</name>
    <message>
        <source>η = %1</source>
        <translation>η = %1</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>sem recorte</translation>
    </message>
    <message>
        <source>θ = %1</source>
        <translation>θ = %1</translation>
    </message>
    <message>
        <source>NaN: dead at update %1</source>
        <translation>NaN: morto na atualização %1</translation>
    </message>
    <message>
        <source>plain guess</source>
        <translation>palpite simples</translation>
    </message>
</context>
<context>
    <name>TrainingText</name>
    <message>
        <source>clipped at θ = %1</source>
        <translation>com recorte em θ = %1</translation>
    </message>
    <message>
        <source>not clipped</source>
        <translation>sem recorte</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>full BPTT</source>
        <translation>BPTT completa</translation>
    </message>
    <message>
        <source>with Ω × %1</source>
        <translation>com Ω × %1</translation>
    </message>
    <message>
        <source>without Ω</source>
        <translation>sem Ω</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>the same, not clipped</source>
        <translation>o mesmo, sem recorte</translation>
    </message>
    <message>
        <source>the same, clipped at 1</source>
        <translation>o mesmo, com recorte em 1</translation>
    </message>
    <message>
        <source>the same, full BPTT</source>
        <translation>o mesmo, BPTT completa</translation>
    </message>
    <message>
        <source>the same, k = 5</source>
        <translation>o mesmo, k = 5</translation>
    </message>
    <message>
        <source>an RNN</source>
        <translation>uma RNN</translation>
    </message>
    <message>
        <source>a GRU</source>
        <translation>uma GRU</translation>
    </message>
    <message>
        <source>an LSTM</source>
        <translation>uma LSTM</translation>
    </message>
    <message>
        <source>the same, without Ω</source>
        <translation>o mesmo, sem Ω</translation>
    </message>
    <message>
        <source>the same, with the regulariser Ω</source>
        <translation>o mesmo, com o regularizador Ω</translation>
    </message>
    <message>
        <source>The first training has this cell.</source>
        <translation>O primeiro treino tem esta célula.</translation>
    </message>
    <message>
        <source>Ω is defined for one plain layer that reads forward.</source>
        <translation>Ω é definido para uma camada simples que lê para a frente.</translation>
    </message>
    <message>
        <source>cross-entropy, nats</source>
        <translation>entropia cruzada, nats</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>erro quadrático médio</translation>
    </message>
    <message>
        <source>%1 · T = %2 · %3 · η = %4 · batch %5 · %6</source>
        <translation>%1 · T = %2 · %3 · η = %4 · lote %5 · %6</translation>
    </message>
    <message>
        <source>Ready: the plain guess has a loss of %1.</source>
        <translation>Pronto: o palpite simples tem perda de %1.</translation>
    </message>
    <message>
        <source>Loss %1 in the batch of update %2; the plain guess has %3.</source>
        <translation>Perda %1 no lote da atualização %2; o palpite simples tem %3.</translation>
    </message>
    <message>
        <source>After update %1, on held-out sequences: loss %2, the plain guess has %3</source>
        <translation>Após a atualização %1, em sequências separadas para teste: perda %2, o palpite simples tem %3</translation>
    </message>
    <message>
        <source>; accuracy %1 %</source>
        <translation>; acurácia %1 %</translation>
    </message>
    <message>
        <source>; error %1 %2 (RMSE)</source>
        <translation>; erro %1 %2 (RMSE)</translation>
    </message>
    <message>
        <source>loss %1, ‖g‖₂ %2</source>
        <translation>perda %1, ‖g‖₂ %2</translation>
    </message>
    <message>
        <source> clipped to %1</source>
        <translation> recortada para %1</translation>
    </message>
    <message>
        <source>, accuracy in the batch %1 %</source>
        <translation>, acurácia no lote %1 %</translation>
    </message>
    <message>
        <source>, ρ(Wₕ) %1</source>
        <translation>, ρ(Wₕ) %1</translation>
    </message>
    <message>
        <source>, Ω %1</source>
        <translation>, Ω %1</translation>
    </message>
    <message>
        <source>, η %1</source>
        <translation>, η %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Update %1, sequence %2:</source>
        <translation>Atualização %1, sequência %2:</translation>
    </message>
    <message>
        <source>Update %1:</source>
        <translation>Atualização %1:</translation>
    </message>
    <message>
        <source>It died at update %1.</source>
        <translation>O treino morreu na atualização %1.</translation>
    </message>
    <message>
        <source>Update %1: held-out loss %2, the plain guess has %3</source>
        <translation>Atualização %1: perda no teste %2, o palpite simples tem %3</translation>
    </message>
    <message>
        <source>Loss %1 in the batch of update %2.</source>
        <translation>Perda %1 no lote da atualização %2.</translation>
    </message>
    <message>
        <source>Update %1: held-out loss %2</source>
        <translation>Atualização %1: perda no teste %2</translation>
    </message>
</context>
<context>
    <name>backflow::AnswerEditor</name>
    <message>
        <source>– No prediction yet.</source>
        <translation>– Ainda sem previsão.</translation>
    </message>
</context>
<context>
    <name>backflow::BitFields</name>
    <message>
        <source>sign</source>
        <translation>sinal</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>expoente</translation>
    </message>
    <message>
        <source>fraction</source>
        <translation>fração</translation>
    </message>
</context>
<context>
    <name>backflow::BusyNote</name>
    <message>
        <source>Computing… Until then the curves are those of the settings before.</source>
        <translation>Calculando… Até lá, as curvas são as dos ajustes anteriores.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>These settings cannot be computed. The curves are those of the settings before.</source>
        <translation>Estes ajustes não podem ser calculados. As curvas são as dos ajustes anteriores.</translation>
    </message>
</context>
<context>
    <name>backflow::CalculatorPanel</name>
    <message>
        <source>6: parameters</source>
        <translation>6: parâmetros</translation>
    </message>
    <message>
        <source>8: GRU and LSTM</source>
        <translation>8: GRU e LSTM</translation>
    </message>
    <message>
        <source>10: a step by hand</source>
        <translation>10: um passo à mão</translation>
    </message>
    <message>
        <source>How many numbers a network&apos;s parameters have</source>
        <translation>Quantos números têm os parâmetros de uma rede</translation>
    </message>
    <message>
        <source>The equations of GRU and LSTM beside each other</source>
        <translation>As equações da GRU e da LSTM lado a lado</translation>
    </message>
    <message>
        <source>One step of a GRU or LSTM with every number in between</source>
        <translation>Um passo de uma GRU ou LSTM com todos os números intermediários</translation>
    </message>
</context>
<context>
    <name>backflow::CheckPanel</name>
    <message>
        <source>This computer could not be checked: %1</source>
        <translation>Não foi possível verificar este computador: %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Check of this computer</source>
        <translation>Verificação deste computador</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close the check of this computer</source>
        <translation>Fechar a verificação deste computador</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>O que foi verificado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The sentence and all checks, as text</source>
        <translation>A frase e todas as verificações, como texto</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar de novo</translation>
    </message>
</context>
<context>
    <name>backflow::CliffLab</name>
    <message>
        <source>Learning rate η</source>
        <translation>Taxa η</translation>
    </message>
    <message>
        <source>Clipping threshold θ</source>
        <translation>Recorte θ</translation>
    </message>
    <message>
        <source>Start w</source>
        <translation>Início w</translation>
    </message>
    <message>
        <source>Start b</source>
        <translation>Início b</translation>
    </message>
    <message>
        <source>Each update goes this times the slope downhill.</source>
        <translation>Cada atualização desce este valor vezes a inclinação.</translation>
    </message>
    <message>
        <source>A slope longer than this is shortened to it.</source>
        <translation>Uma inclinação maior que este valor é encurtada até ele.</translation>
    </message>
    <message>
        <source>Click on the picture to choose a start there.</source>
        <translation>Clique na figura para escolher ali um início.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Back to the first rate, threshold and start</source>
        <translation>Voltar à taxa, ao limiar e ao início originais</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>calculando…</translation>
    </message>
</context>
<context>
    <name>backflow::CliffPlot</name>
    <message>
        <source>The cliff: error of one unit after %1 steps, %2</source>
        <translation>O penhasco: erro de uma unidade após %1 passos, %2</translation>
    </message>
    <message>
        <source>recurrent weight w</source>
        <translation>peso recorrente w</translation>
    </message>
    <message>
        <source>bias b</source>
        <translation>viés b</translation>
    </message>
    <message>
        <source>error E</source>
        <translation>erro E</translation>
    </message>
    <message>
        <source>without clipping</source>
        <translation>sem recorte</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>calculando…</translation>
    </message>
    <message>
        <source>clipped at θ = %1</source>
        <translation>com recorte em θ = %1</translation>
    </message>
    <message>
        <source>start</source>
        <translation>início</translation>
    </message>
    <message>
        <source>leaves at update %1</source>
        <translation>sai na atualização %1</translation>
    </message>
    <message>
        <source>learning rate η = %1</source>
        <translation>taxa de aprendizado η = %1</translation>
    </message>
    <message>
        <source>start w = %1, b = %2</source>
        <translation>início w = %1, b = %2</translation>
    </message>
    <message>
        <source>%1 updates</source>
        <translation>%1 atualizações</translation>
    </message>
</context>
<context>
    <name>backflow::ColumnChoice</name>
    <message>
        <source>reading…</source>
        <translation>lendo…</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(sem nome)</translation>
    </message>
    <message>
        <source>One column at least</source>
        <translation>Ao menos uma coluna</translation>
    </message>
</context>
<context>
    <name>backflow::CompareRow</name>
    <message>
        <source>%1 curves are pinned: remove one first.</source>
        <translation>%1 curvas estão fixadas: remova uma antes.</translation>
    </message>
    <message>
        <source>Keep the present curves to compare others with them (Ctrl+P)</source>
        <translation>Guardar as curvas atuais para comparar outras com elas (Ctrl+P)</translation>
    </message>
    <message>
        <source>Pin the curves</source>
        <translation>Fixar as curvas</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fixar</translation>
    </message>
    <message>
        <source>Pinned curves</source>
        <translation>Curvas fixadas</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remover todas</translation>
    </message>
    <message>
        <source>Undo remove</source>
        <translation>Desfazer remoção</translation>
    </message>
    <message>
        <source>Brings back the curves that were removed last</source>
        <translation>Traz de volta as curvas removidas por último</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Pinned curves that cannot be computed now: %1. %2 They are kept for the next start.</source>
        <translation>Curvas fixadas que não podem ser calculadas agora: %1. %2 Elas ficam guardadas para o próximo início.</translation>
    </message>
    <message>
        <source>The pinned curves of last time are being computed.</source>
        <translation>As curvas fixadas da última vez estão sendo calculadas.</translation>
    </message>
</context>
<context>
    <name>backflow::ControlRow</name>
    <message>
        <source>Back to the opened value</source>
        <translation>Voltar ao valor aberto</translation>
    </message>
    <message>
        <source>Still %1.</source>
        <translation>Ainda %1.</translation>
    </message>
</context>
<context>
    <name>backflow::DashboardView</name>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>backflow::DataReading</name>
    <message>
        <source>Reading %1…</source>
        <translation>Lendo %1…</translation>
    </message>
    <message>
        <source>The network now reads %1.</source>
        <translation>A rede agora lê %1.</translation>
    </message>
    <message>
        <source>It has %1 rows</source>
        <translation>Ele tem %1 linhas</translation>
    </message>
    <message>
        <source>It has %1 characters</source>
        <translation>Ele tem %1 caracteres</translation>
    </message>
    <message>
        <source>%1: the horizon T is now %2, not %3. Undo brings it back.</source>
        <translation>%1: o horizonte T agora é %2, não %3. Desfazer o traz de volta.</translation>
    </message>
    <message>
        <source>%1 is an input of size %2, but the weights of this scenario are written out for another size. Choose how to draw weights first, under “Weights”.</source>
        <translation>%1 é uma entrada de tamanho %2, mas os pesos deste cenário estão escritos para outro tamanho. Escolha antes como sortear os pesos, em “Pesos”.</translation>
    </message>
    <message>
        <source>%1 is too short for the task that this scenario trains. %2: open another scenario first.</source>
        <translation>%1 é curto demais para a tarefa que este cenário treina. %2: abra antes outro cenário.</translation>
    </message>
    <message>
        <source>The training has data of its own: its task&apos;s.</source>
        <translation>O treino tem dados próprios: os de sua tarefa.</translation>
    </message>
    <message>
        <source>The horizon T is %1 again.</source>
        <translation>O horizonte T volta a ser %1.</translation>
    </message>
    <message>
        <source>Left out of %1: %2</source>
        <translation>Ficou de fora de %1: %2</translation>
    </message>
</context>
<context>
    <name>backflow::EquationComparison</name>
    <message>
        <source>The equations of the course&apos;s sheet, or PyTorch&apos;s</source>
        <translation>As equações da lista do curso, ou as do PyTorch</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Equações</translation>
    </message>
    <message>
        <source>Who plays the part:</source>
        <translation>Quem faz o papel:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
</context>
<context>
    <name>backflow::EventPanel</name>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Click to move the time cursor here.</source>
        <translation>Clique para trazer o cursor de tempo até aqui.</translation>
    </message>
    <message>
        <source>No number became subnormal, zero, infinite or NaN, and no threshold was crossed.</source>
        <translation>Nenhum número se tornou subnormal, zero, infinito ou NaN, e nenhum limiar foi cruzado.</translation>
    </message>
    <message>
        <source>With the weights before training no number became subnormal, zero, infinite or NaN, and no threshold was crossed.</source>
        <translation>Com os pesos anteriores ao treino, nenhum número se tornou subnormal, zero, infinito ou NaN, e nenhum limiar foi cruzado.</translation>
    </message>
</context>
<context>
    <name>backflow::ExercisePage</name>
    <message>
        <source>Open the calculator</source>
        <translation>Abrir a calculadora</translation>
    </message>
    <message>
        <source>Run the experiment</source>
        <translation>Executar o experimento</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recomeçar</translation>
    </message>
    <message>
        <source>Forget my answers to this exercise</source>
        <translation>Esquecer minhas respostas a este exercício</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimentos</translation>
    </message>
    <message>
        <source>Hide the explanation</source>
        <translation>Ocultar a explicação</translation>
    </message>
    <message>
        <source>Show the explanation</source>
        <translation>Mostrar a explicação</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicação</translation>
    </message>
    <message>
        <source>What the exercise sheet says</source>
        <translation>O que diz a lista de exercícios</translation>
    </message>
    <message>
        <source>Often believed</source>
        <translation>O que muitos pensam</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercício</translation>
    </message>
</context>
<context>
    <name>backflow::ExercisePanel</name>
    <message>
        <source>The exercises cannot be read. %1</source>
        <translation>Os exercícios não podem ser lidos. %1</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercício</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 feitos</translation>
    </message>
    <message>
        <source>Previous exercise</source>
        <translation>Exercício anterior</translation>
    </message>
    <message>
        <source>Next exercise</source>
        <translation>Próximo exercício</translation>
    </message>
</context>
<context>
    <name>backflow::ExportBar</name>
    <message>
        <source>Save the plot</source>
        <translation>Salvar o gráfico</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Imagens (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>There is no plot yet.</source>
        <translation>Ainda não há gráfico.</translation>
    </message>
    <message>
        <source>The plot is on the clipboard.</source>
        <translation>O gráfico está na área de transferência.</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>Fluxo do gradiente</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>Parameter gradient</source>
        <translation>Gradiente dos parâmetros</translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation>Largura, px</translation>
    </message>
    <message>
        <source>Height, px</source>
        <translation>Altura, px</translation>
    </message>
    <message>
        <source>Resolution, dpi</source>
        <translation>Resolução, dpi</translation>
    </message>
    <message>
        <source>Type and lines keep their size on paper at this resolution.</source>
        <translation>Letras e linhas mantêm seu tamanho no papel com esta resolução.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Portas</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atenção</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Influência</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Profile in training</source>
        <translation>Perfil no treino</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>Penhasco</translation>
    </message>
    <message>
        <source>Close the export</source>
        <translation>Fechar a exportação</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>Números (*.csv)</translation>
    </message>
    <message>
        <source>Unrolled network</source>
        <translation>Rede desenrolada</translation>
    </message>
    <message>
        <source>Dashboard: all in one</source>
        <translation>Painel: tudo em um</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>The scenario&apos;s settings and seed under the title of the picture</source>
        <translation>Os ajustes e a semente do cenário sob o título da figura</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>A picture as PNG, SVG or PDF, or the numbers behind it as CSV</source>
        <translation>Uma figura em PNG, SVG ou PDF, ou os números por trás dela em CSV</translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation>Diagrama de fases</translation>
    </message>
    <message>
        <source>%1: end it in .png, .svg, .pdf or .csv</source>
        <translation>%1: use .png, .svg, .pdf ou .csv</translation>
    </message>
    <message>
        <source>Close (Esc); Ctrl+E brings it back</source>
        <translation>Fechar (Esc); Ctrl+E abre de novo</translation>
    </message>
    <message>
        <source>On white</source>
        <translation>Fundo branco</translation>
    </message>
    <message>
        <source>For paper: the picture is light though the window is dark</source>
        <translation>Para o papel: a figura é clara, embora a janela seja escura</translation>
    </message>
</context>
<context>
    <name>backflow::GlossaryPage</name>
    <message>
        <source>Glossary</source>
        <translation>Glossário</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close the glossary</source>
        <translation>Fechar o glossário</translation>
    </message>
</context>
<context>
    <name>backflow::HappeningsPanel</name>
    <message>
        <source>Number at the cursor</source>
        <translation>Número no cursor</translation>
    </message>
    <message>
        <source>Show the bits of the number at the time cursor</source>
        <translation>Mostrar os bits do número no cursor de tempo</translation>
    </message>
    <message>
        <source>Fold the bits away</source>
        <translation>Recolher os bits</translation>
    </message>
</context>
<context>
    <name>backflow::Hints</name>
    <message>
        <source>Drag the recurrence gain and watch the curve: it is the norm of the gradient on its way back from the loss, from right to left. It fades, holds or grows.</source>
        <translation>Arraste o ganho da recorrência e observe a curva: é a norma do gradiente no caminho de volta desde a perda, da direita para a esquerda. Ela some, se mantém ou cresce.</translation>
    </message>
    <message>
        <source>Markers say where the gradient has vanished or exploded, and where float32 can hold it no longer: it becomes subnormal, then exactly 0, or ∞. float64 goes on further. “What happened” says where and why; a click there moves the time cursor.</source>
        <translation>Marcadores dizem onde o gradiente desapareceu ou explodiu, e onde o float32 já não consegue guardá-lo: ele fica subnormal, depois exatamente 0, ou ∞. O float64 vai mais longe. “O que aconteceu” diz onde e por quê; um clique ali move o cursor de tempo.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Close the hints; the Help menu brings them back</source>
        <translation>Fechar as dicas; o menu Ajuda as traz de volta</translation>
    </message>
    <message>
        <source>Close the hints</source>
        <translation>Fechar as dicas</translation>
    </message>
    <message>
        <source>Eleven exercises are here: predict, run, and see why. F11 is the view for a projector, F1 lists all keys.</source>
        <translation>Aqui estão onze exercícios: preveja, execute e veja por quê. F11 é a vista para o projetor, F1 mostra todas as teclas.</translation>
    </message>
    <message>
        <source>Here is the recurrence gain; it moves the curve, the norm of the gradient on its way back from the loss. This scenario gives its weights, so it is not used: another one under “Scenarios” lets you drag it.</source>
        <translation>Aqui está o ganho da recorrência; ele move a curva, a norma do gradiente no caminho de volta desde a perda. Este cenário traz os próprios pesos e não o usa: com outro, em “Cenários”, dá para arrastá-lo.</translation>
    </message>
</context>
<context>
    <name>backflow::InputSection</name>
    <message>
        <source>This scenario gives no input.</source>
        <translation>Este cenário não define a entrada.</translation>
    </message>
    <message>
        <source>The data has this size.</source>
        <translation>Os dados têm esta dimensão.</translation>
    </message>
    <message>
        <source>given in the scenario, %1×%2</source>
        <translation>dados no cenário, %1×%2</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>What x_t is, at the steps t = 1 … T.</source>
        <translation>O que é x_t nos passos t = 1 … T.</translation>
    </message>
    <message>
        <source>Size D</source>
        <translation>Dimensão D</translation>
    </message>
    <message>
        <source>D: how many numbers enter the network at each step.</source>
        <translation>D: quantos números entram na rede a cada passo.</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Desvio padrão</translation>
    </message>
    <message>
        <source>Standard deviation of each entry of x_t.</source>
        <translation>Desvio padrão de cada elemento de x_t.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same input on every computer.</source>
        <translation>A mesma semente gera a mesma entrada em qualquer computador.</translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation>Amplitude</translation>
    </message>
    <message>
        <source>The size of every entry of x_t where it is not zero.</source>
        <translation>O tamanho de todos os elementos de x_t onde ele não é zero.</translation>
    </message>
    <message>
        <source>At step t</source>
        <translation>No passo t</translation>
    </message>
    <message>
        <source>The time step of the impulse; x_t is zero at all others.</source>
        <translation>O passo de tempo do impulso; em todos os outros, x_t é zero.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>The period of the sine, in steps.</source>
        <translation>O período da senoide, em passos.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Choose a text to read</source>
        <translation>Escolher um texto para ler</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>Textos (*.txt);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Each character is one step; x_t is its place in the alphabet, one-hot.</source>
        <translation>Cada caractere é um passo; x_t é o seu lugar no alfabeto, em one-hot.</translation>
    </message>
    <message>
        <source>Choose a table to read</source>
        <translation>Escolher uma tabela para ler</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv);;All files (*)</source>
        <translation>Tabelas (*.csv *.tsv);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Choose the columns: each is a number of x_t</source>
        <translation>Escolher as colunas: cada uma é um número de x_t</translation>
    </message>
    <message>
        <source>mean 0 and deviation 1 over the first %1 rows</source>
        <translation>média 0 e desvio 1 nas primeiras %1 linhas</translation>
    </message>
    <message>
        <source>mean 0, deviation 1</source>
        <translation>média 0, desvio 1</translation>
    </message>
    <message>
        <source>Each column is a number of x_t, each row a step. Unless the scenario says otherwise, the rows that are read are brought to mean 0 and standard deviation 1: another horizon changes them all. A column of equal numbers becomes 0.</source>
        <translation>Cada coluna é um número de x_t, cada linha um passo. Se o cenário não disser outra coisa, as linhas lidas são levadas a média 0 e desvio padrão 1: outro horizonte muda todas. Uma coluna de números iguais vira 0.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ficou de fora: %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>de fora: %1</translation>
    </message>
</context>
<context>
    <name>backflow::KeyList</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close the list of keys</source>
        <translation>Fechar a lista de teclas</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Janela</translation>
    </message>
    <message>
        <source>A slider or number that has the focus</source>
        <translation>Um controle deslizante ou número com o foco</translation>
    </message>
    <message>
        <source>one step down or up</source>
        <translation>um passo para baixo ou para cima</translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation>dez passos</translation>
    </message>
    <message>
        <source>Tab, ⇧Tab</source>
        <translation>Tab, ⇧Tab</translation>
    </message>
    <message>
        <source>to the next control, to the one before</source>
        <translation>ao controle seguinte, ao anterior</translation>
    </message>
    <message>
        <source>Double-click, ↺</source>
        <translation>Duplo clique, ↺</translation>
    </message>
    <message>
        <source>back to the opened value</source>
        <translation>voltar ao valor aberto</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>in a number: as it was before typing</source>
        <translation>num número: como era antes de digitar</translation>
    </message>
    <message>
        <source>Projector view (F11)</source>
        <translation>Vista para projetor (F11)</translation>
    </message>
    <message>
        <source>recurrence gain up, down</source>
        <translation>ganho da recorrência para cima, para baixo</translation>
    </message>
    <message>
        <source>clipping threshold up, down</source>
        <translation>limiar de recorte para cima, para baixo</translation>
    </message>
    <message>
        <source>truncation length up, down</source>
        <translation>comprimento do truncamento para cima, para baixo</translation>
    </message>
    <message>
        <source>clipping, truncation on or off</source>
        <translation>recorte, truncamento ligado ou desligado</translation>
    </message>
    <message>
        <source>time cursor; with ⇧ ten steps</source>
        <translation>cursor de tempo; com ⇧ dez passos</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>play the backward pass</source>
        <translation>reproduzir a passagem para trás</translation>
    </message>
    <message>
        <source>next, previous scenario</source>
        <translation>próximo cenário, anterior</translation>
    </message>
    <message>
        <source>plots below, what happened</source>
        <translation>gráficos de baixo, o que aconteceu</translation>
    </message>
    <message>
        <source>the line of keys</source>
        <translation>a linha de teclas</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>sair</translation>
    </message>
    <message>
        <source>Training tab</source>
        <translation>Aba Treino</translation>
    </message>
    <message>
        <source>train, or halt the training</source>
        <translation>treinar ou deter o treino</translation>
    </message>
    <message>
        <source>one update</source>
        <translation>uma atualização</translation>
    </message>
    <message>
        <source>Close a message or the export</source>
        <translation>Fechar uma mensagem ou a exportação</translation>
    </message>
    <message>
        <source>Ctrl+1 to 9</source>
        <translation>Ctrl+1 a 9</translation>
    </message>
    <message>
        <source>a view below the gradient flow, by its place</source>
        <translation>uma vista abaixo do fluxo do gradiente, pelo lugar</translation>
    </message>
</context>
<context>
    <name>backflow::LossSection</name>
    <message>
        <source>Gradient v</source>
        <translation>Gradiente v</translation>
    </message>
    <message>
        <source>Target y</source>
        <translation>Alvo y</translation>
    </message>
    <message numerus="yes">
        <source>given: %n number(s)</source>
        <translation>
            <numerusform>dado: %n número</numerusform>
            <numerusform>dado: %n números</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %n row(s) ahead</source>
        <translation>
            <numerusform>%1: %2, %n linha à frente</numerusform>
            <numerusform>%1: %2, %n linhas à frente</numerusform>
        </translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zero</translation>
    </message>
    <message numerus="yes">
        <source>given: %n row(s) × %1</source>
        <translation>
            <numerusform>dado: %n linha × %1</numerusform>
            <numerusform>dado: %n linhas × %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>Loss L</source>
        <translation>Perda L</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>The steps whose state enters the loss.</source>
        <translation>Os passos cujo estado entra na perda.</translation>
    </message>
    <message>
        <source>Seed of v</source>
        <translation>Semente de v</translation>
    </message>
    <message>
        <source>v is a random unit vector; the same seed gives the same one.</source>
        <translation>v é um vetor unitário aleatório; a mesma semente gera o mesmo vetor.</translation>
    </message>
    <message>
        <source>Only for an input of text.</source>
        <translation>Só para uma entrada de texto.</translation>
    </message>
    <message>
        <source>the next character</source>
        <translation>o próximo caractere</translation>
    </message>
    <message>
        <source>injected: L = v·h, so that the gradient starts at v
squared error: L = ½‖h_t − y_t‖²
cross-entropy: −log of the probability of the next character</source>
        <translation>injetada: L = v·h, de modo que o gradiente começa em v
erro quadrático: L = ½‖h_t − y_t‖²
entropia cruzada: −log da probabilidade do próximo caractere</translation>
    </message>
    <message>
        <source>Loss scale</source>
        <translation>Escala da perda</translation>
    </message>
    <message>
        <source>Loss scaling: the gradient is multiplied by this before the way back and divided after it, so that float16 holds it. 2¹² = 4096.</source>
        <translation>Escala da perda: o gradiente é multiplicado por ela antes da volta e dividido depois, para caber em float16. 2¹² = 4096.</translation>
    </message>
</context>
<context>
    <name>backflow::MainSliders</name>
    <message>
        <source>T = %1</source>
        <translation>T = %1</translation>
    </message>
    <message>
        <source>◂ norm</source>
        <translation>◂ norma</translation>
    </message>
    <message>
        <source>norm ▸</source>
        <translation>norma ▸</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>norma</translation>
    </message>
    <message>
        <source>Recurrence gain g</source>
        <translation>Ganho da recorrência g</translation>
    </message>
    <message>
        <source>g multiplies the recurrent matrix W_h; no unit.
gaussian: W_h ~ N(0, g²/H); orthogonal: g·Q; identity: g·I;
uniform: g·U(±1/√H).
Double-click: back to the opened value.</source>
        <translation>g multiplica a matriz recorrente W_h; sem unidade.
gaussiana: W_h ~ N(0, g²/H); ortogonal: g·Q; identidade: g·I;
uniforme: g·U(±1/√H).
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Clipping θ</source>
        <translation>Recorte θ</translation>
    </message>
    <message>
        <source>Gradient threshold θ, in units of the gradient.
by norm: gradient · min(1, θ/norm), over all parameters
by value: each entry is held within ±θ
state norm: ∂L/∂h_t is rescaled to at most θ at every step
Double-click: back to the opened value.</source>
        <translation>Limiar θ do recorte do gradiente (clipping), nas unidades do gradiente.
por norma: gradiente · min(1, θ/norma), sobre todos os parâmetros
por valor: cada elemento é mantido dentro de ±θ
norma do estado: ∂L/∂h_t é reescalado para no máximo θ a cada passo
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Clipping mode</source>
        <translation>Modo de recorte</translation>
    </message>
    <message>
        <source>Truncation k</source>
        <translation>Truncamento k</translation>
    </message>
    <message>
        <source>The gradient goes back through at most k steps.
windows: the state is detached at the start of every k steps
from the loss: each loss goes back through k steps of its own
Double-click: back to the opened value.</source>
        <translation>O gradiente volta por no máximo k passos.
janelas: o estado é desconectado (detach) no início de cada bloco de k passos
desde a perda: cada perda volta por seus próprios k passos
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Truncation mode</source>
        <translation>Modo de truncamento</translation>
    </message>
    <message>
        <source>Gain g</source>
        <translation>Ganho g</translation>
    </message>
    <message>
        <source>Trunc. k</source>
        <translation>Trunc. k</translation>
    </message>
</context>
<context>
    <name>backflow::MainWindow</name>
    <message>
        <source>The scenario is saved in %1</source>
        <translation>O cenário foi salvo em %1</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Salvar o cenário</translation>
    </message>
    <message>
        <source>Scenarios (*.backflow.json)</source>
        <translation>Cenários (*.backflow.json)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Cenários</translation>
    </message>
    <message>
        <source>Choose one of the scenarios that come with Backflow</source>
        <translation>Escolher um dos cenários que vêm com o Backflow</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Save the scenario with its present settings (Ctrl+S)</source>
        <translation>Salvar o cenário com os ajustes atuais (Ctrl+S)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Copy plot</source>
        <translation>Copiar gráfico</translation>
    </message>
    <message>
        <source>Copy the plot chosen in the export bar to the clipboard (Ctrl+Shift+C)</source>
        <translation>Copiar para a área de transferência o gráfico escolhido na barra de exportação (Ctrl+Shift+C)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Back to the scenario as it was opened (Ctrl+R)</source>
        <translation>Voltar ao cenário como foi aberto (Ctrl+R)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Light on dark (Ctrl+D)</source>
        <translation>Claro sobre fundo escuro (Ctrl+D)</translation>
    </message>
    <message>
        <source>The scenario gives weights, which fit its own cell alone.</source>
        <translation>O cenário define pesos, que só servem à sua própria célula.</translation>
    </message>
    <message>
        <source>RNN, GRU and LSTM in the gradient flow, with the same seed and input (Ctrl+L)</source>
        <translation>RNN, GRU e LSTM no fluxo do gradiente, com a mesma semente e entrada (Ctrl+L)</translation>
    </message>
    <message>
        <source>Compare cells</source>
        <translation>Comparar células</translation>
    </message>
    <message>
        <source>Backflow %1, a gradient laboratory for recurrent networks. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Backflow %1, um laboratório de gradientes para redes recorrentes. Software livre sob a GNU General Public License, versão 3 ou posterior.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Projetor</translation>
    </message>
    <message>
        <source>Large type and thick lines for a class (F11)</source>
        <translation>Letras grandes e linhas grossas para a turma (F11)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Show the hints again</source>
        <translation>Mostrar as dicas de novo</translation>
    </message>
    <message>
        <source>About Backflow</source>
        <translation>Sobre o Backflow</translation>
    </message>
    <message>
        <source>“%1” has changes from last time that were not saved.</source>
        <translation>“%1” tem mudanças da última vez que não foram salvas.</translation>
    </message>
    <message>
        <source>Backflow was not closed properly. The scenario “%1” was kept.</source>
        <translation>O Backflow não foi fechado corretamente. O cenário “%1” foi guardado.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Save a plot as PNG, SVG or PDF, or its numbers as CSV (Ctrl+E)</source>
        <translation>Salvar um gráfico em PNG, SVG ou PDF, ou seus números em CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Copy as PyTorch</source>
        <translation>Copiar como PyTorch</translation>
    </message>
    <message>
        <source>A Python script on the clipboard that rebuilds the scenario in PyTorch and prints the same norms (Ctrl+Shift+P)</source>
        <translation>Um script Python na área de transferência que reconstrói o cenário no PyTorch e imprime as mesmas normas (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Exercícios</translation>
    </message>
    <message>
        <source>The exercise book: predict, run, explain (Ctrl+B)</source>
        <translation>O caderno de exercícios: prever, executar, explicar (Ctrl+B)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>A PyTorch script of this scenario is on the clipboard: paste it into a file and run it with Python.</source>
        <translation>Um script PyTorch deste cenário está na área de transferência: cole-o num arquivo e execute com Python.</translation>
    </message>
    <message>
        <source>What happened, and exercises</source>
        <translation>O que aconteceu e os exercícios</translation>
    </message>
    <message>
        <source>Check this computer…</source>
        <translation>Verificar este computador…</translation>
    </message>
    <message>
        <source>What an earlier window left behind could not be read. It is kept in “%1”.</source>
        <translation>Não foi possível ler o que uma janela anterior deixou. O arquivo está guardado em “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned curve(s) go(es) with it.</source>
        <translation>
            <numerusform>Com ele volta %n curva fixada.</numerusform>
            <numerusform>Com ele voltam %n curvas fixadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pinned curve(s) stayed from last time.</source>
        <translation>
            <numerusform>%n curva fixada ficou da última vez.</numerusform>
            <numerusform>%n curvas fixadas ficaram da última vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario, a training or data (Ctrl+O)</source>
        <translation>Abrir um cenário, um treino ou dados (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open a scenario, a training or data</source>
        <translation>Abrir um cenário, um treino ou dados</translation>
    </message>
    <message>
        <source>All that can be opened (*.json *.csv *.tsv *.txt)</source>
        <translation>Tudo o que se pode abrir (*.json *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Scenarios and trainings (*.json)</source>
        <translation>Cenários e treinos (*.json)</translation>
    </message>
    <message>
        <source>Data to read (*.csv *.tsv *.txt)</source>
        <translation>Dados para ler (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>A training of “%1” stayed from last time.</source>
        <translation>Um treino de “%1” ficou da última vez.</translation>
    </message>
    <message>
        <source>A training goes with it.</source>
        <translation>Com ele volta um treino.</translation>
    </message>
    <message>
        <source>Discard it…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Descartar de vez</translation>
    </message>
    <message>
        <source>%1 cannot be opened. What can be opened ends in .json, .csv, .tsv or .txt.</source>
        <translation>Não dá para abrir %1. O que pode ser aberto termina em .json, .csv, .tsv ou .txt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were dropped: drop one at a time.</source>
        <translation>
            <numerusform>%n arquivo foi solto: solte um por vez.</numerusform>
            <numerusform>%n arquivos foram soltos: solte um por vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard “%1” for good?</source>
        <translation>Descartar “%1” de vez?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Manter</translation>
    </message>
    <message numerus="yes">
        <source>%n other session(s)</source>
        <translation>
            <numerusform>Mais %n sessão</numerusform>
            <numerusform>Mais %n sessões</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned run(s)</source>
        <translation>
            <numerusform>%n curva fixada</numerusform>
            <numerusform>%n curvas fixadas</numerusform>
        </translation>
    </message>
    <message>
        <source>a training</source>
        <translation>um treino</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossário</translation>
    </message>
</context>
<context>
    <name>backflow::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Fechar a mensagem</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
</context>
<context>
    <name>backflow::NetworkSection</name>
    <message>
        <source>The scenario gives the weights.</source>
        <translation>O cenário define os pesos.</translation>
    </message>
    <message>
        <source>This scenario gives no weights.</source>
        <translation>Este cenário não define os pesos.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Activation φ</source>
        <translation>Ativação φ</translation>
    </message>
    <message>
        <source>h_t = φ(W_h h_{t−1} + W_x x_t + b)</source>
        <translation>h_t = φ(W_h h_{t−1} + W_x x_t + b)</translation>
    </message>
    <message>
        <source>Hidden units H</source>
        <translation>Unid. ocultas H</translation>
    </message>
    <message>
        <source>H: how many numbers the state h_t has.
Double-click: back to the opened value.</source>
        <translation>H: quantos números tem o estado oculto h_t.
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>How the recurrent matrix W_h (H×H) is drawn.</source>
        <translation>Como a matriz recorrente W_h (H×H) é sorteada.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same weights on every computer.</source>
        <translation>A mesma semente gera os mesmos pesos em qualquer computador.</translation>
    </message>
    <message>
        <source>Chrono initialisation draws these biases.</source>
        <translation>A inicialização chrono sorteia estes vieses.</translation>
    </message>
    <message>
        <source>Forget bias</source>
        <translation>Viés de esq.</translation>
    </message>
    <message>
        <source>Added to the bias of the forget gate: above 0 the cell keeps more.</source>
        <translation>Somado ao viés da porta de esquecimento: acima de 0 a célula guarda mais.</translation>
    </message>
    <message>
        <source>Update bias</source>
        <translation>Viés de atual.</translation>
    </message>
    <message>
        <source>Added to the bias of the update gate: Γu and i write, PyTorch&apos;s z of a GRU keeps.</source>
        <translation>Somado ao viés da porta de atualização: Γu e i escrevem, o z da GRU do PyTorch mantém.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>The layer that is applied at every step.</source>
        <translation>A camada que é aplicada a cada passo.</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>Equações</translation>
    </message>
    <message>
        <source>The course&apos;s sheet and PyTorch write gated cells differently.</source>
        <translation>A lista do curso e o PyTorch escrevem as células com portas de modo diferente.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Each layer reads the states of the one below.</source>
        <translation>Cada camada lê os estados da de baixo.</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Leitura</translation>
    </message>
    <message>
        <source>A bidirectional network also reads from T to 1. The loss at the last step then takes the last state of each direction, h_T and h_1.</source>
        <translation>Uma rede bidirecional também lê de T a 1. A perda no último passo usa então o último estado de cada sentido, h_T e h_1.</translation>
    </message>
    <message>
        <source>Loss reads</source>
        <translation>A perda lê</translation>
    </message>
    <message>
        <source>Attention: r = Σ α_j h_j with α = softmax(h_T · h_j), a path of length one to every state.</source>
        <translation>Atenção: r = Σ α_j h_j com α = softmax(h_T · h_j), um caminho de comprimento um até cada estado.</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>para a frente</translation>
    </message>
    <message>
        <source>in both directions</source>
        <translation>nos dois sentidos</translation>
    </message>
    <message>
        <source>Chrono</source>
        <translation>Chrono</translation>
    </message>
    <message>
        <source>Chrono initialisation (Tallec &amp; Ollivier 2018): the gates&apos; biases are drawn for memories of 1 to this many steps.</source>
        <translation>Inicialização chrono (Tallec &amp; Ollivier 2018): os vieses das portas são sorteados para memórias de 1 até este número de passos.</translation>
    </message>
    <message>
        <source>Input gain</source>
        <translation>Ganho de entr.</translation>
    </message>
    <message>
        <source>Multiplies the input weights W_x of the first layer; no unit.
gaussian, orthogonal, identity: N(0, gain²); uniform: gain·U(±1/√H)</source>
        <translation>Multiplica os pesos de entrada W_x da primeira camada; sem unidade.
gaussiana, ortogonal, identidade: N(0, ganho²); uniforme: ganho·U(±1/√H)</translation>
    </message>
</context>
<context>
    <name>backflow::NormPlot</name>
    <message>
        <source>time step t</source>
        <translation>passo de tempo t</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>Fluxo do gradiente</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>Parameter gradient</source>
        <translation>Gradiente dos parâmetros</translation>
    </message>
    <message>
        <source>steps back from the loss, s = T − t</source>
        <translation>passos para trás a partir da perda, s = T − t</translation>
    </message>
    <message>
        <source>reference (unbounded exponent)</source>
        <translation>referência (expoente ilimitado)</translation>
    </message>
    <message>
        <source>%1 before clipping</source>
        <translation>%1 sem recorte</translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation>t = %1, s = %2</translation>
    </message>
    <message>
        <source>∂L/∂c along the cell</source>
        <translation>∂L/∂c ao longo da célula</translation>
    </message>
    <message>
        <source>∂L/∂c through the gates</source>
        <translation>∂L/∂c através das portas</translation>
    </message>
    <message>
        <source>direct path</source>
        <translation>caminho direto</translation>
    </message>
    <message>
        <source>through the recurrence</source>
        <translation>através da recorrência</translation>
    </message>
    <message>
        <source>forward direction</source>
        <translation>sentido direto</translation>
    </message>
    <message>
        <source>backward direction</source>
        <translation>sentido inverso</translation>
    </message>
    <message>
        <source>Gradient flow of the cells, same seed and input</source>
        <translation>Fluxo do gradiente das células, mesma semente e entrada</translation>
    </message>
    <message>
        <source>bound (σ₁γ)ˢ</source>
        <translation>limite (σ₁γ)ˢ</translation>
    </message>
    <message>
        <source>Click to hide the curve or to show it again.</source>
        <translation>Clique para ocultar a curva ou mostrá-la de novo.</translation>
    </message>
    <message>
        <source>%1 (T = %2, aligned at the loss)</source>
        <translation>%1 (T = %2, alinhada na perda)</translation>
    </message>
    <message>
        <source>%1 (T = %2, aligned at t = 1)</source>
        <translation>%1 (T = %2, alinhada em t = 1)</translation>
    </message>
    <message>
        <source>quartiles</source>
        <translation>quartis</translation>
    </message>
    <message numerus="yes">
        <source>median of %n seed(s)</source>
        <translation>
            <numerusform>mediana de %n semente</numerusform>
            <numerusform>mediana de %n sementes</numerusform>
        </translation>
    </message>
    <message>
        <source>steps back, s = T − t (a double click shows all)</source>
        <translation>passos para trás, s = T − t (clique duplo mostra todos)</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referência</translation>
    </message>
    <message>
        <source>steps back, reading forward: s = T − t</source>
        <translation>passos para trás, no sentido direto: s = T − t</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cortado</translation>
    </message>
    <message>
        <source>%1: above</source>
        <translation>%1: acima</translation>
    </message>
    <message>
        <source>%1: below</source>
        <translation>%1: abaixo</translation>
    </message>
    <message>
        <source>%1, forget bias %2</source>
        <translation>%1, viés de esquecimento %2</translation>
    </message>
    <message>
        <source>%1, update bias %2</source>
        <translation>%1, viés de atualização %2</translation>
    </message>
</context>
<context>
    <name>backflow::NumberInspector</name>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>subnormal</source>
        <translation>subnormal</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>exatamente 0</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>infinito</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n step(s) (t = %2)</source>
        <translation>
            <numerusform>%1 em %n passo (t = %2)</numerusform>
            <numerusform>%1 em %n passos (t = %2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond T</source>
        <translation>
            <numerusform>%1 só após %n passo, além de T</numerusform>
            <numerusform>%1 só após %n passos, além de T</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond t = 1</source>
        <translation>
            <numerusform>%1 só após %n passo, além de t = 1</numerusform>
            <numerusform>%1 só após %n passos, além de t = 1</numerusform>
        </translation>
    </message>
    <message>
        <source>zero</source>
        <translation>zero</translation>
    </message>
    <message>
        <source>At ×%1 a step: %2.</source>
        <translation>A ×%1 por passo: %2.</translation>
    </message>
    <message>
        <source>Bits in %1</source>
        <translation>Bits em %1</translation>
    </message>
    <message>
        <source>exponent %1, next number %2 away</source>
        <translation>expoente %1, próximo número a %2</translation>
    </message>
    <message>
        <source>Number at the time cursor</source>
        <translation>Número no cursor de tempo</translation>
    </message>
    <message>
        <source>Which number to show</source>
        <translation>Qual número mostrar</translation>
    </message>
    <message>
        <source>gradient ‖∂L/∂hₜ‖₂</source>
        <translation>gradiente ‖∂L/∂hₜ‖₂</translation>
    </message>
    <message>
        <source>state ‖hₜ‖₂</source>
        <translation>estado ‖hₜ‖₂</translation>
    </message>
    <message>
        <source>parameter gradient ‖∂⁺L/∂θₜ‖₂</source>
        <translation>gradiente dos parâmetros ‖∂⁺L/∂θₜ‖₂</translation>
    </message>
    <message>
        <source>The recorded norm, a float64 number, rounded to the format.</source>
        <translation>A norma registrada, um número em float64, arredondada para o formato.</translation>
    </message>
    <message numerus="yes">
        <source>%1 only after %n step(s), beyond the truncation</source>
        <translation>
            <numerusform>%1 só após %n passo, além do truncamento</numerusform>
            <numerusform>%1 só após %n passos, além do truncamento</numerusform>
        </translation>
    </message>
    <message>
        <source>0: cut by truncation</source>
        <translation>0: cortado pelo truncamento</translation>
    </message>
    <message>
        <source>%1 but for rounding, which holds it at %2</source>
        <translation>%1, não fosse o arredondamento, que o mantém em %2</translation>
    </message>
</context>
<context>
    <name>backflow::OptimiserSection</name>
    <message>
        <source>Optimiser</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>Taxa de aprend. η</translation>
    </message>
    <message>
        <source>η: the size of an update, as in w ← w − η·g; no unit.
Double-click: back to the opened value.</source>
        <translation>η: o tamanho de uma atualização, como em w ← w − η·g; sem unidade.
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>Momentum μ</translation>
    </message>
    <message>
        <source>μ: the share of the velocity that each update keeps, v ← μ·v + g; from 0 to below 1.</source>
        <translation>μ: a fração da velocidade que cada atualização mantém, v ← μ·v + g; a partir de 0 e menor que 1.</translation>
    </message>
    <message>
        <source>Decay α</source>
        <translation>Decaimento α</translation>
    </message>
    <message>
        <source>α: the share of the mean square that each update keeps, s ← α·s + (1 − α)·g²; from 0 to below 1.</source>
        <translation>α: a fração da média quadrática que cada atualização mantém, s ← α·s + (1 − α)·g²; a partir de 0 e menor que 1.</translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation>Decaimento β₁</translation>
    </message>
    <message>
        <source>β₁: the share of the mean gradient that each update keeps, m ← β₁·m + (1 − β₁)·g; from 0 to below 1.</source>
        <translation>β₁: a fração do gradiente médio que cada atualização mantém, m ← β₁·m + (1 − β₁)·g; a partir de 0 e menor que 1.</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>Decaimento β₂</translation>
    </message>
    <message>
        <source>β₂: the share of the mean square that each update keeps, s ← β₂·s + (1 − β₂)·g²; from 0 to below 1.</source>
        <translation>β₂: a fração da média quadrática que cada atualização mantém, s ← β₂·s + (1 − β₂)·g²; a partir de 0 e menor que 1.</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>Épsilon ε</translation>
    </message>
    <message>
        <source>ε: added to the root √s, in units of the gradient, so that a gradient near 0 is not divided by 0.</source>
        <translation>ε: somado à raiz √s, nas unidades do gradiente, para que um gradiente perto de 0 não seja dividido por 0.</translation>
    </message>
</context>
<context>
    <name>backflow::ParameterCalculator</name>
    <message>
        <source>Sum</source>
        <translation>Soma</translation>
    </message>
    <message>
        <source>That is more than 2⁶³ − 1 = %1 numbers, the most that a 64-bit integer counts. Choose smaller sizes.</source>
        <translation>São mais de 2⁶³ − 1 = %1 números, o máximo que um inteiro de 64 bits conta. Escolha tamanhos menores.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>A plain layer has one block of weights, a GRU three, an LSTM four: one more for each gate.</source>
        <translation>Uma camada simples tem um bloco de pesos, uma GRU três, uma LSTM quatro: mais um para cada porta.</translation>
    </message>
    <message>
        <source>Input or vocabulary D</source>
        <translation>Entrada ou vocabulário D</translation>
    </message>
    <message>
        <source>Numbers that enter at each step; one for each word where words are one-hot.</source>
        <translation>Números que entram a cada passo; um para cada palavra quando as palavras são one-hot.</translation>
    </message>
    <message>
        <source>Hidden H</source>
        <translation>Estado oculto H</translation>
    </message>
    <message>
        <source>Units of each layer and direction.</source>
        <translation>Unidades de cada camada e direção.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Camadas</translation>
    </message>
    <message>
        <source>Each layer reads the states of the one below.</source>
        <translation>Cada camada lê os estados da que está abaixo.</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>Bidirecional</translation>
    </message>
    <message>
        <source>Every layer has a second one beside it that reads from the end, with its own weights.</source>
        <translation>Ao lado de cada camada há uma segunda que lê a partir do fim, com pesos próprios.</translation>
    </message>
    <message>
        <source>Exercise 6</source>
        <translation>Exercício 6</translation>
    </message>
    <message>
        <source>Back to an LSTM of 100 units over a vocabulary of 10,000</source>
        <translation>De volta a uma LSTM de 100 unidades sobre um vocabulário de 10.000</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parâmetro</translation>
    </message>
    <message>
        <source>Rows × columns</source>
        <translation>Linhas × colunas</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
</context>
<context>
    <name>backflow::PhaseLab</name>
    <message>
        <source>Give each range a lower end and a higher one.</source>
        <translation>Dê a cada intervalo um extremo menor e um maior.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Executar</translation>
    </message>
    <message>
        <source>This scenario has no such setting.</source>
        <translation>Este cenário não tem esse ajuste.</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · faltam %1</translation>
    </message>
    <message>
        <source>Explicit weights have no gain: choose drawn weights to map it.</source>
        <translation>Pesos explícitos não têm ganho: escolha pesos sorteados para mapeá-lo.</translation>
    </message>
    <message>
        <source>The settings have changed: the diagram that is computed belongs to the former ones. Stop it, or let it finish.</source>
        <translation>Os ajustes mudaram: o diagrama em cálculo pertence aos anteriores. Pare-o ou deixe-o terminar.</translation>
    </message>
    <message>
        <source>The settings have changed: the diagram belongs to the former ones. “Run” computes it anew.</source>
        <translation>Os ajustes mudaram: o diagrama pertence aos anteriores. “Executar” o calcula de novo.</translation>
    </message>
    <message>
        <source>A click on a cell brings its scenario into the window.</source>
        <translation>Um clique numa célula traz o cenário dela para a janela.</translation>
    </message>
    <message>
        <source>“Run” maps where this scenario&apos;s gradient vanishes, lives and explodes.</source>
        <translation>“Executar” mapeia onde o gradiente deste cenário desaparece, vive e explode.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganho</translation>
    </message>
    <message>
        <source>over</source>
        <translation>por</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Células</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sementes</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>What runs upwards in the diagram</source>
        <translation>O que cresce para cima no diagrama</translation>
    </message>
    <message>
        <source>Each cell shows the median over so many draws of the weights.</source>
        <translation>Cada célula mostra a mediana de tantos sorteios dos pesos.</translation>
    </message>
    <message>
        <source>Compute the diagram of the scenario as it is now</source>
        <translation>Calcular o diagrama do cenário como está agora</translation>
    </message>
    <message>
        <source>Lowest gain</source>
        <translation>Menor ganho</translation>
    </message>
    <message>
        <source>Highest gain</source>
        <translation>Maior ganho</translation>
    </message>
    <message>
        <source>Lowest value upwards</source>
        <translation>Menor valor para cima</translation>
    </message>
    <message>
        <source>Highest value upwards</source>
        <translation>Maior valor para cima</translation>
    </message>
    <message>
        <source>Progress of the diagram</source>
        <translation>Progresso do diagrama</translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation>execução %1 de %2</translation>
    </message>
</context>
<context>
    <name>backflow::PhasePlot</name>
    <message>
        <source>recurrence gain</source>
        <translation>ganho da recorrência</translation>
    </message>
    <message>
        <source>theory, zero input</source>
        <translation>teoria, entrada nula</translation>
    </message>
    <message>
        <source>this scenario</source>
        <translation>este cenário</translation>
    </message>
    <message>
        <source>“Run” computes the diagram.</source>
        <translation>“Executar” calcula o diagrama.</translation>
    </message>
    <message>
        <source>Phase diagram: ‖∂L/∂hₜ‖ at t = 1 against t = T</source>
        <translation>Diagrama de fases: ‖∂L/∂hₜ‖ em t = 1 frente a t = T</translation>
    </message>
    <message>
        <source>‖∂L/∂hₜ‖ at t = 1, over t = T</source>
        <translation>‖∂L/∂hₜ‖ em t = 1, sobre t = T</translation>
    </message>
    <message>
        <source>theory, half of the units on</source>
        <translation>teoria, metade das unidades ativa</translation>
    </message>
</context>
<context>
    <name>backflow::PinSection</name>
    <message>
        <source>This cell has no such gate.</source>
        <translation>Esta célula não tem essa porta.</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the scenario</source>
        <translation>
            <numerusform>mais %n no cenário</numerusform>
            <numerusform>mais %n no cenário</numerusform>
        </translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Portas fixas</translation>
    </message>
    <message>
        <source>Pin a gate</source>
        <translation>Fixar uma porta</translation>
    </message>
    <message>
        <source>Holds a gate at a value over a range of steps; its own gradient is then zero.</source>
        <translation>Mantém uma porta num valor ao longo de alguns passos; o gradiente dela é então zero.</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>Fixa %1</translation>
    </message>
    <message>
        <source>The gate and the value, from 0 to 1, that it is held at.</source>
        <translation>A porta e o valor, de 0 a 1, em que fica.</translation>
    </message>
    <message>
        <source>at steps</source>
        <translation>nos passos</translation>
    </message>
    <message>
        <source>The first and the last step at which the gate is held.</source>
        <translation>O primeiro e o último passo em que a porta fica fixa.</translation>
    </message>
    <message>
        <source>Remove this pin</source>
        <translation>Remover esta fixação</translation>
    </message>
    <message>
        <source>Value of the pinned gate</source>
        <translation>Valor da porta fixa</translation>
    </message>
    <message>
        <source>First pinned step</source>
        <translation>Primeiro passo fixo</translation>
    </message>
    <message>
        <source>Last pinned step</source>
        <translation>Último passo fixo</translation>
    </message>
</context>
<context>
    <name>backflow::PinnedRunRow</name>
    <message>
        <source>Double-click or F2 to rename</source>
        <translation>Clique duas vezes ou F2 para renomear</translation>
    </message>
    <message>
        <source>Show this curve in the plots</source>
        <translation>Mostrar esta curva nos gráficos</translation>
    </message>
    <message>
        <source>Name of the pinned curve</source>
        <translation>Nome da curva fixada</translation>
    </message>
    <message>
        <source>What differs from the present scenario</source>
        <translation>O que difere do cenário atual</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carregar</translation>
    </message>
    <message>
        <source>Load its settings: opens the scenario of this curve</source>
        <translation>Carregar seus ajustes: abre o cenário desta curva</translation>
    </message>
    <message>
        <source>Remove this pinned curve</source>
        <translation>Remover esta curva fixada</translation>
    </message>
</context>
<context>
    <name>backflow::PlotColumn</name>
    <message>
        <source>Gradient flow</source>
        <translation>Fluxo do gradiente</translation>
    </message>
    <message>
        <source>Back to the gradient flow, which is above the other tabs</source>
        <translation>Voltar ao fluxo do gradiente, que fica acima das outras abas</translation>
    </message>
</context>
<context>
    <name>backflow::ProjectorView</name>
    <message>
        <source>gain</source>
        <translation>ganho</translation>
    </message>
    <message>
        <source>clipping</source>
        <translation>recorte</translation>
    </message>
    <message>
        <source>clipping on, off</source>
        <translation>recorte ligado, desligado</translation>
    </message>
    <message>
        <source>truncation</source>
        <translation>truncamento</translation>
    </message>
    <message>
        <source>truncation on, off</source>
        <translation>truncamento ligado, desligado</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tempo</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
    <message>
        <source>play backwards</source>
        <translation>reproduzir para trás</translation>
    </message>
    <message>
        <source>next, previous scenario</source>
        <translation>próximo cenário, anterior</translation>
    </message>
    <message>
        <source>plots below</source>
        <translation>gráficos de baixo</translation>
    </message>
    <message>
        <source>what happened</source>
        <translation>o que aconteceu</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>estas teclas</translation>
    </message>
    <message>
        <source>Leave (F11)</source>
        <translation>Sair (F11)</translation>
    </message>
    <message>
        <source>train, halt</source>
        <translation>treinar, pausar</translation>
    </message>
    <message>
        <source>one update</source>
        <translation>uma atualização</translation>
    </message>
    <message>
        <source>gradient flow</source>
        <translation>fluxo do gradiente</translation>
    </message>
    <message>
        <source>next scenario</source>
        <translation>próximo cenário</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>todas as teclas</translation>
    </message>
</context>
<context>
    <name>backflow::RecentFilesMenu</name>
    <message>
        <source>No file was opened or saved yet</source>
        <translation>Nenhum arquivo foi aberto ou salvo ainda</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Esquecer estes arquivos</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;recente</translation>
    </message>
</context>
<context>
    <name>backflow::RunSection</name>
    <message>
        <source>At least one precision stays on.</source>
        <translation>Ao menos uma precisão fica ligada.</translation>
    </message>
    <message>
        <source>Precision and thresholds</source>
        <translation>Precisão e limiares</translation>
    </message>
    <message>
        <source>Run in</source>
        <translation>Executar em</translation>
    </message>
    <message>
        <source>The number formats (IEEE 754) in which the same network is run.</source>
        <translation>Os formatos numéricos (IEEE 754) em que a mesma rede é executada.</translation>
    </message>
    <message>
        <source>Vanished below</source>
        <translation>Desaparece &lt;</translation>
    </message>
    <message>
        <source>A norm ‖∂L/∂h_t‖ below this is called vanished.</source>
        <translation>Se a norma ‖∂L/∂h_t‖ fica abaixo deste valor, diz-se que o gradiente desapareceu.</translation>
    </message>
    <message>
        <source>Exploded above</source>
        <translation>Explode &gt;</translation>
    </message>
    <message>
        <source>A norm ‖∂L/∂h_t‖ above this is called exploded.</source>
        <translation>Se a norma ‖∂L/∂h_t‖ fica acima deste valor, diz-se que o gradiente explodiu.</translation>
    </message>
</context>
<context>
    <name>backflow::SeedBandControls</name>
    <message>
        <source>seed %1 of %2</source>
        <translation>semente %1 de %2</translation>
    </message>
    <message>
        <source>The scenario gives the weights: there is no seed.</source>
        <translation>O cenário dá os pesos: não há semente.</translation>
    </message>
    <message>
        <source>seeds %1 to %2</source>
        <translation>sementes %1 a %2</translation>
    </message>
    <message>
        <source>Median and quartiles of the gradient flow over many seeds of the weights (Ctrl+Shift+B)</source>
        <translation>Mediana e quartis do fluxo do gradiente sobre muitas sementes dos pesos (Ctrl+Shift+B)</translation>
    </message>
    <message>
        <source>Band over seeds</source>
        <translation>Faixa sobre sementes</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Sementes</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>Número de sementes</translation>
    </message>
    <message>
        <source>How many draws of the weights: the scenario&apos;s seed and those after it. Input and loss stay the same.</source>
        <translation>Quantos sorteios dos pesos: a semente do cenário e as seguintes. Entrada e perda ficam iguais.</translation>
    </message>
</context>
<context>
    <name>backflow::SeedRow</name>
    <message>
        <source>Draw a new seed</source>
        <translation>Sortear uma nova semente</translation>
    </message>
</context>
<context>
    <name>backflow::SpectrumPlot</name>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>eigenvalues: real part</source>
        <translation>autovalores: parte real</translation>
    </message>
    <message>
        <source>imaginary part</source>
        <translation>parte imaginária</translation>
    </message>
    <message>
        <source>singular values by rank</source>
        <translation>valores singulares por ordem</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>calculando…</translation>
    </message>
    <message>
        <source>Two directions have no common step Jacobian: read forward only.</source>
        <translation>Dois sentidos não têm uma jacobiana comum: leia só para a frente.</translation>
    </message>
    <message>
        <source>The step Jacobian is too large, or not finite.</source>
        <translation>A jacobiana do passo é grande demais ou não é finita.</translation>
    </message>
    <message>
        <source>recurrent matrix Wₕ</source>
        <translation>matriz recorrente Wₕ</translation>
    </message>
    <message>
        <source>step Jacobian at t = %1</source>
        <translation>jacobiana do passo em t = %1</translation>
    </message>
    <message>
        <source>1/γ</source>
        <translation>1/γ</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Jacobian, t = %1</source>
        <translation>jacobiana, t = %1</translation>
    </message>
    <message>
        <source>real part</source>
        <translation>parte real</translation>
    </message>
    <message>
        <source>σ by rank</source>
        <translation>σ por ordem</translation>
    </message>
    <message>
        <source>imag.</source>
        <translation>imag.</translation>
    </message>
</context>
<context>
    <name>backflow::StepCalculator</name>
    <message>
        <source>given</source>
        <translation>dada</translation>
    </message>
    <message numerus="yes">
        <source>A step by hand: %1, %n unit(s)</source>
        <translation>
            <numerusform>Um passo à mão: %1, %n unidade</numerusform>
            <numerusform>Um passo à mão: %1, %n unidades</numerusform>
        </translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>The cell whose step is worked out</source>
        <translation>A célula cujo passo é calculado</translation>
    </message>
    <message>
        <source>Hidden H</source>
        <translation>Estado oculto H</translation>
    </message>
    <message>
        <source>Units of the cell, at most four</source>
        <translation>Unidades da célula, no máximo quatro</translation>
    </message>
    <message>
        <source>Input D</source>
        <translation>Entrada D</translation>
    </message>
    <message>
        <source>Numbers of the input x, at most four</source>
        <translation>Números da entrada x, no máximo quatro</translation>
    </message>
    <message>
        <source>of T steps</source>
        <translation>de T passos</translation>
    </message>
    <message>
        <source>The input is the same at every step of the scenario.</source>
        <translation>A entrada é a mesma em todos os passos do cenário.</translation>
    </message>
    <message>
        <source>Exercise 10</source>
        <translation>Exercício 10</translation>
    </message>
    <message>
        <source>Back to the numbers of exercise 10</source>
        <translation>De volta aos números do exercício 10</translation>
    </message>
    <message>
        <source>Load this as a scenario</source>
        <translation>Abrir como cenário</translation>
    </message>
    <message>
        <source>Opens these weights, input and state in the laboratory; undo goes back.</source>
        <translation>Abre estes pesos, esta entrada e este estado no laboratório; desfazer volta atrás.</translation>
    </message>
    <message>
        <source>Choose a row to see its numbers put in. The sheet rounds to two decimals. Numbers in the grids can be typed over.</source>
        <translation>Escolha uma linha para ver a conta com os números. A lista arredonda para duas casas decimais. Os números das grades podem ser editados.</translation>
    </message>
    <message>
        <source>The step&apos;s vectors</source>
        <translation>Os vetores do passo</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vetor</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>Equação</translation>
    </message>
    <message>
        <source>Exact, six digits</source>
        <translation>Exato, seis dígitos</translation>
    </message>
    <message>
        <source>As the sheet rounds</source>
        <translation>Como a lista arredonda</translation>
    </message>
</context>
<context>
    <name>backflow::StudyProgress</name>
    <message>
        <source>loss %1 of %2</source>
        <translation>perda %1 de %2</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>calculando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>backflow::SumBlock</name>
    <message>
        <source>A row for each unit. What is given in place of the gate does without these.</source>
        <translation>Uma linha para cada unidade. Se o valor da porta é dado, estes números não são usados.</translation>
    </message>
    <message>
        <source>A row for each unit.</source>
        <translation>Uma linha para cada unidade.</translation>
    </message>
    <message>
        <source>%1 is given:</source>
        <translation>%1 é dada:</translation>
    </message>
    <message>
        <source>Take this value for all units and do not compute the gate.</source>
        <translation>Usar este valor em todas as unidades e não calcular a porta.</translation>
    </message>
</context>
<context>
    <name>backflow::TabMenu</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
</context>
<context>
    <name>backflow::TimeBar</name>
    <message>
        <source>Time cursor</source>
        <translation>Cursor de tempo</translation>
    </message>
    <message>
        <source>One step back in time, towards t = 1</source>
        <translation>Um passo para trás no tempo, em direção a t = 1</translation>
    </message>
    <message>
        <source>One step on in time, towards the loss</source>
        <translation>Um passo à frente no tempo, em direção à perda</translation>
    </message>
    <message>
        <source>Time cursor, time step t</source>
        <translation>Cursor de tempo, passo de tempo t</translation>
    </message>
    <message numerus="yes">
        <source>t = %1, %n step(s) back (value %2)</source>
        <translation>
            <numerusform>t = %1, %n passo para trás (valor %2)</numerusform>
            <numerusform>t = %1, %n passos para trás (valor %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause the backward pass (Space)</source>
        <translation>Pausar a retropropagação (Espaço)</translation>
    </message>
    <message>
        <source>Play the backward pass, from the loss to t = 1 (Space)</source>
        <translation>Reproduzir a retropropagação, da perda até t = 1 (Espaço)</translation>
    </message>
    <message>
        <source>Slow: %1 s</source>
        <translation>Lento: %1 s</translation>
    </message>
    <message>
        <source>Normal: %1 s</source>
        <translation>Normal: %1 s</translation>
    </message>
    <message>
        <source>Fast: %1 s</source>
        <translation>Rápido: %1 s</translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation>t = %1, s = %2</translation>
    </message>
</context>
<context>
    <name>backflow::TimeZoomMenu</name>
    <message>
        <source>Time axis</source>
        <translation>Eixo do tempo</translation>
    </message>
    <message>
        <source>Zoom in on time</source>
        <translation>Ampliar o tempo</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reduzir</translation>
    </message>
    <message>
        <source>Show all steps</source>
        <translation>Mostrar todos os passos</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingBar</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Train, or halt the training (F5)</source>
        <translation>Treinar ou pausar o treino (F5)</translation>
    </message>
    <message>
        <source>One update (F6)</source>
        <translation>Uma atualização (F6)</translation>
    </message>
    <message>
        <source>End this training; its curves stay, and Play begins a new one</source>
        <translation>Encerrar este treino; as curvas ficam, e “Treinar” começa um novo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>full</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>%1 updates/s</source>
        <translation>%1 atual./s</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Ao lado</translation>
    </message>
    <message>
        <source>A second training, from the same seed, that differs in one setting</source>
        <translation>Um segundo treino, com a mesma semente, que difere em um ajuste</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Every update as CSV…</source>
        <translation>Cada atualização em CSV…</translation>
    </message>
    <message>
        <source>The training, to go on later…</source>
        <translation>O treino, para continuar depois…</translation>
    </message>
    <message>
        <source>The same run, clipped at 1</source>
        <translation>O mesmo treino, recorte em 1</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingLab</name>
    <message>
        <source>Save every update</source>
        <translation>Salvar cada atualização</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelas (*.csv)</translation>
    </message>
    <message>
        <source>Save the training</source>
        <translation>Salvar o treino</translation>
    </message>
    <message>
        <source>Trainings (*.training.json)</source>
        <translation>Treinos (*.training.json)</translation>
    </message>
    <message>
        <source>There is no training to save.</source>
        <translation>Não há treino para salvar.</translation>
    </message>
    <message>
        <source>Update %1: %2</source>
        <translation>Atualização %1: %2</translation>
    </message>
    <message>
        <source>Written after update %1:</source>
        <translation>Escrito após a atualização %1:</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>atualização %1 de %2</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · faltam %1</translation>
    </message>
    <message>
        <source>What the network writes comes with every look at the held-out text.</source>
        <translation>O que a rede escreve aparece a cada avaliação no texto separado para teste.</translation>
    </message>
    <message>
        <source>What the network writes</source>
        <translation>O que a rede escreve</translation>
    </message>
    <message>
        <source>without the training beside it</source>
        <translation>sem o treino ao lado</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingPlot</name>
    <message>
        <source>Training: loss and gradient over the updates</source>
        <translation>Treino: perda e gradiente ao longo das atualizações</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>gradient ‖g‖₂</source>
        <translation>gradiente ‖g‖₂</translation>
    </message>
    <message>
        <source>update</source>
        <translation>atualização</translation>
    </message>
    <message>
        <source>held-out accuracy, %</source>
        <translation>acurácia no teste, %</translation>
    </message>
    <message>
        <source>ρ(Wₕ)</source>
        <translation>ρ(Wₕ)</translation>
    </message>
    <message>
        <source>its accuracy</source>
        <translation>sua acurácia</translation>
    </message>
    <message>
        <source>faint: every batch, and the gradient before clipping · strong: held-out sequences, and the gradient after clipping</source>
        <translation>tênue: cada lote, e o gradiente antes do recorte · forte: sequências separadas para teste, e o gradiente depois do recorte</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perda</translation>
    </message>
    <message>
        <source>Choose a task among the controls, under Training, then press Play.</source>
        <translation>Escolha uma tarefa nos controles, em Treino, e clique em “Treinar”.</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingProfilePlot</name>
    <message>
        <source>The gradient&apos;s profile over t comes with the first update.</source>
        <translation>O perfil do gradiente ao longo de t aparece com a primeira atualização.</translation>
    </message>
    <message>
        <source>t, %1</source>
        <translation>t, %1</translation>
    </message>
    <message>
        <source>time step t</source>
        <translation>passo de tempo t</translation>
    </message>
    <message>
        <source>update</source>
        <translation>atualização</translation>
    </message>
    <message>
        <source>‖∂L/∂hₜ‖₂ as training goes on</source>
        <translation>‖∂L/∂hₜ‖₂ ao longo do treino</translation>
    </message>
    <message>
        <source>empty: exactly zero · hatched: inf or NaN</source>
        <translation>vazio: exatamente zero · hachurado: inf ou NaN</translation>
    </message>
    <message>
        <source>No profile over t was kept of these updates: it comes as training goes on.</source>
        <translation>Nenhum perfil sobre t foi guardado destas atualizações: ele vem quando o treino continua.</translation>
    </message>
    <message>
        <source>%1: the profile over t comes with its first update.</source>
        <translation>%1: o perfil sobre t vem com a primeira atualização.</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingRun</name>
    <message>
        <source>There is no training to save.</source>
        <translation>Não há treino para salvar.</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingSection</name>
    <message>
        <source>Choose the data of the task</source>
        <translation>Escolher os dados da tarefa</translation>
    </message>
    <message>
        <source>Templates (*.json);;All files (*)</source>
        <translation>Modelos (*.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Texts (*.txt);;All files (*)</source>
        <translation>Textos (*.txt);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabelas (*.csv);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>What the network is trained on. Without a task it is only run once, on its input and loss.</source>
        <translation>Em que a rede é treinada. Sem tarefa, ela é executada uma única vez, com sua entrada e sua perda.</translation>
    </message>
    <message>
        <source>Ω is defined for one layer of the simple RNN that reads forward.</source>
        <translation>Ω é definido para uma camada da RNN simples que lê para a frente.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarefa</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>The file that the task&apos;s sequences are cut from.</source>
        <translation>O arquivo de que são extraídas as sequências da tarefa.</translation>
    </message>
    <message>
        <source>Months ahead</source>
        <translation>Meses à frente</translation>
    </message>
    <message>
        <source>How many months after the last step the target lies.</source>
        <translation>Quantos meses depois do último passo fica o alvo.</translation>
    </message>
    <message>
        <source>Batch B</source>
        <translation>Lote B</translation>
    </message>
    <message>
        <source>B: the number of sequences over which an update takes the mean gradient.</source>
        <translation>B: o número de sequências sobre as quais uma atualização tira a média do gradiente.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Atualizações</translation>
    </message>
    <message>
        <source>How many times the weights are updated.</source>
        <translation>Quantas vezes os pesos são atualizados.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same training sequences on every computer.</source>
        <translation>A mesma semente gera as mesmas sequências de treino em qualquer computador.</translation>
    </message>
    <message>
        <source>Trained in</source>
        <translation>Treinar em</translation>
    </message>
    <message>
        <source>The number format (IEEE 754) of weights, states and gradients.</source>
        <translation>O formato numérico (IEEE 754) de pesos, estados e gradientes.</translation>
    </message>
    <message>
        <source>Factor of Ω</source>
        <translation>Fator de Ω</translation>
    </message>
    <message>
        <source>λ: the gradient gets λ·∂⁺Ω/∂W_h, the immediate part of the derivative of
Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)²
(Pascanu et al. 2013, equations 9 and 10); no unit. 0: without Ω.</source>
        <translation>λ: o gradiente recebe λ·∂⁺Ω/∂W_h, a parte imediata da derivada de
Ω = Σ_t (‖∂L/∂h_{t−1}‖ / ‖∂L/∂h_t‖ − 1)²
(Pascanu et al. 2013, equações 9 e 10); sem unidade. 0: sem Ω.</translation>
    </message>
    <message>
        <source>Held-out every</source>
        <translation>Testar a cada</translation>
    </message>
    <message>
        <source>The number of updates between two looks at held-out sequences, which training does not see.</source>
        <translation>O número de atualizações entre duas avaliações em sequências separadas para teste, que o treino não vê.</translation>
    </message>
</context>
<context>
    <name>backflow::TrainingWords</name>
    <message>
        <source>The settings have changed since this training began: Play begins a new one.</source>
        <translation>Os ajustes mudaram desde o início deste treino: “Treinar” começa um novo.</translation>
    </message>
    <message>
        <source>Play trains the scenario&apos;s network on its task. Learning rate and clipping can be changed in flight.</source>
        <translation>“Treinar” treina a rede do cenário na tarefa dele. A taxa de aprendizado e o recorte podem ser mudados durante o treino.</translation>
    </message>
    <message>
        <source>This scenario has no task to learn: choose one among the controls, under Training.</source>
        <translation>Este cenário não tem tarefa para aprender: escolha uma nos controles, em Treino.</translation>
    </message>
</context>
<context>
    <name>backflow::UnrollSection</name>
    <message>
        <source>Only for an initial state of Gaussian noise.</source>
        <translation>Só para um estado inicial de ruído gaussiano.</translation>
    </message>
    <message>
        <source>This scenario gives no initial state.</source>
        <translation>Este cenário não define o estado inicial.</translation>
    </message>
    <message>
        <source>Unroll</source>
        <translation>Desenrolamento</translation>
    </message>
    <message>
        <source>Horizon T</source>
        <translation>Horizonte T</translation>
    </message>
    <message>
        <source>T: the number of time steps, t = 1 … T.
Double-click: back to the opened value.</source>
        <translation>T: o número de passos de tempo, t = 1 … T.
Clique duplo: volta ao valor do cenário aberto.</translation>
    </message>
    <message>
        <source>Start h₀</source>
        <translation>Estado h₀</translation>
    </message>
    <message>
        <source>The state before the first step.</source>
        <translation>O estado oculto antes do primeiro passo.</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Desvio padrão</translation>
    </message>
    <message>
        <source>Standard deviation of each entry of h₀.</source>
        <translation>Desvio padrão de cada elemento de h₀.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same h₀ on every computer.</source>
        <translation>A mesma semente gera o mesmo h₀ em qualquer computador.</translation>
    </message>
</context>
<context>
    <name>backflow::UnrollView</name>
    <message>
        <source>Unrolled network</source>
        <translation>Rede desenrolada</translation>
    </message>
    <message>
        <source>subnormal entries</source>
        <translation>elementos subnormais</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>exatamente 0</translation>
    </message>
    <message>
        <source>∞</source>
        <translation>∞</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>cut by truncation</source>
        <translation>cortado pelo truncamento</translation>
    </message>
    <message numerus="yes">
        <source>the top layer of %n</source>
        <translation>
            <numerusform>a camada de cima de %n</numerusform>
            <numerusform>a camada de cima de %n</numerusform>
        </translation>
    </message>
    <message>
        <source>above: reads from 1 to T, gradient to the left</source>
        <translation>em cima: lê de 1 a T, gradiente para a esquerda</translation>
    </message>
    <message>
        <source>below: reads from T to 1, gradient to the right</source>
        <translation>embaixo: lê de T a 1, gradiente para a direita</translation>
    </message>
    <message>
        <source>from above: the direct path of attention</source>
        <translation>de cima: o caminho direto da atenção</translation>
    </message>
    <message numerus="yes">
        <source>truncation: each loss reaches its own step and those before it, %n in all</source>
        <translation>
            <numerusform>truncamento: cada perda alcança o seu próprio passo e os anteriores, %n ao todo</numerusform>
            <numerusform>truncamento: cada perda alcança o seu próprio passo e os anteriores, %n ao todo</numerusform>
        </translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cortado</translation>
    </message>
    <message>
        <source>%1, subnormal</source>
        <translation>%1, subnormal</translation>
    </message>
    <message>
        <source>t = %1, s = %2</source>
        <translation>t = %1, s = %2</translation>
    </message>
</context>
<context>
    <name>backflow::ViewTabs</name>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Portas</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atenção</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Influência</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>‖hₜ‖ and the gradient of each copy of the weights</source>
        <translation>‖hₜ‖ e o gradiente de cada cópia dos pesos</translation>
    </message>
    <message>
        <source>Every unit of the state over time</source>
        <translation>Cada unidade do estado ao longo do tempo</translation>
    </message>
    <message>
        <source>Every gate of a GRU or LSTM over time</source>
        <translation>Cada porta de uma GRU ou LSTM ao longo do tempo</translation>
    </message>
    <message>
        <source>Where the attention weights look</source>
        <translation>Para onde olham os pesos da atenção</translation>
    </message>
    <message>
        <source>Which loss reaches which state</source>
        <translation>Que perda alcança que estado</translation>
    </message>
    <message>
        <source>Eigenvalues and singular values, and what theory says</source>
        <translation>Autovalores e valores singulares, e o que diz a teoria</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Cliff</source>
        <translation>Penhasco</translation>
    </message>
    <message>
        <source>Train the network on a task: what vanishing and exploding gradients do</source>
        <translation>Treinar a rede em uma tarefa: o que fazem os gradientes que desaparecem e os que explodem</translation>
    </message>
    <message>
        <source>The error surface of one unit, and the ways down it</source>
        <translation>A superfície de erro de uma unidade e os caminhos de descida</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>Unrolled</source>
        <translation>Desenrolada</translation>
    </message>
    <message>
        <source>The gradient&apos;s way back through the network, step by step</source>
        <translation>O caminho de volta do gradiente pela rede, passo a passo</translation>
    </message>
    <message>
        <source>Calculators</source>
        <translation>Calculadoras</translation>
    </message>
    <message>
        <source>Parameters, equations and a step by hand: exercises 6, 8 and 10</source>
        <translation>Parâmetros, equações e um passo à mão: exercícios 6, 8 e 10</translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation>Diagrama de fases</translation>
    </message>
    <message>
        <source>Where gradients vanish, live and explode, over the gain and a second setting</source>
        <translation>Onde os gradientes desaparecem, vivem e explodem, pelo ganho e por um segundo ajuste</translation>
    </message>
    <message>
        <source>All views</source>
        <translation>Todas as vistas</translation>
    </message>
</context>
</TS>
