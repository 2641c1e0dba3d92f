"""What is asked for the pictures, where the article says it, and how the writer would word it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scripted:
    """A question, the positions of the passages that search finds, best first, and the draft that is written.

    Without a draft the judgement is that the first passage does not state what is asked.
    """

    question: str
    positions: tuple[str, ...]
    draft: str = ""


ACTIVE_KO: Final = Scripted(
    "미스트랄 라지 3 활성 파라미터 수는?",
    ("4.1.1.1", "4.1.2.1", "3.3.2.1"),
    "Mistral Large 3의 활성 매개변수는 41B입니다.",
)
ACTIVE_EN: Final = Scripted(
    "How many parameters are active in Mistral Large 3?",
    ("4.1.1.1", "4.1.2.1", "3.3.2.1"),
    "Mistral Large 3 has 41B active parameters.",
)
TOTAL_EN: Final = Scripted(
    "And how many does Mistral Large 3 have in total?",
    ("4.1.2.1", "4.1.1.1", "3.3.2.1"),
    "Mistral Large 3 has 675B total parameters and uses a Mixture of Experts (MoE) architecture.",
)
UNSTATED_KO: Final = Scripted("라마 4 라이선스 이름이 뭐예요?", ("2.3.1", "2.1.1", "2.2.1"))
UNSTATED_EN: Final = Scripted("What licence is Llama 4 released under?", ("2.3.1", "2.1.1", "2.2.1"))
PREMISE_KO: Final = Scripted("Gemma 3는 왜 추론 속도가 더 느려요?", ("3.3.1.1", "3.3.2.1", "2.1.2.1"))
PREMISE_EN: Final = Scripted("Why is Gemma 3 slower at inference?", ("3.3.1.1", "3.3.2.1", "2.1.2.1"))
LIST_KO: Final = Scripted(
    "Maverick의 특징을 모두 알려줘", ("2.1.2.1", "2.1.1.1", "2.1.1"), "Maverick은 추론에 특화된 모델입니다."
)
LIST_EN: Final = Scripted(
    "What are the features of Maverick?", ("2.1.2.1", "2.1.1.1", "2.1.1"), "Maverick is specialized in reasoning."
)

SCRIPT: Final = (
    *(ACTIVE_KO, ACTIVE_EN, TOTAL_EN, UNSTATED_KO, UNSTATED_EN),
    *(PREMISE_KO, PREMISE_EN, LIST_KO, LIST_EN),
)
