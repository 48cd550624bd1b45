extension FactorKind {
    /// A few words for a list, such as «in the title».
    public var phrase: String {
        switch self {
        case .context(let factor): factor.phrase
        case .contrast(let words): "“\(words)” before it"
        case .cites(let provision): "cites \(provision)"
        case .undecidedAcronym(let senses): "may stand for \(Self.either(senses))"
        case .surrounding(let surrounding): surrounding.phrase
        case .learnedWord(let word): "“\(word)”, learned from your decisions"
        case .otherLearnedWords: "other words, learned from your decisions"
        case .unknown(let name): name
        }
    }

    /// What it means, as a sentence.
    public var sentence: String {
        switch self {
        case .context(let factor): factor.sentence
        case .contrast(let words): "The words “\(words)” before each match say that the passage is not about this."
        case .cites(let provision): "The passage cites \(provision), which this topic stands for."
        case .undecidedAcronym(let senses):
            "Nothing in the article decides whether the acronym stands for \(Self.either(senses)), so this is only possible."
        case .surrounding(let surrounding): surrounding.sentence
        case .learnedWord(let word): "Your decisions have given weight to words like “\(word)”."
        case .otherLearnedWords: "Your decisions have given a little weight to other words of the passage too."
        case .unknown(let name): "A later version of the program counted “\(name)”."
        }
    }

    private static func either(_ senses: [String]) -> String {
        let quoted = senses.map { "“\($0)”" }
        switch quoted.count {
        case 0: return "several things"
        case 1: return quoted[0] + " or something else"
        default: return quoted.dropLast().joined(separator: ", ") + " or " + quoted[quoted.count - 1]
        }
    }
}

extension ContextFactor {
    /// A few words for a list.
    public var phrase: String {
        switch self {
        case .heading: "in a heading"
        case .underHeading: "in the heading above"
        case .firstParagraph: "in the first paragraph"
        case .title: "in the title"
        case .deck: "in the line under the title"
        case .kicker: "a kicker of the article"
        case .neighbour: "in the passage before or after"
        case .spread: "in several passages of the article"
        case .relatedTopic: "beside a broader or narrower topic"
        case .coOccurrence: "beside a related topic"
        case .librarySpecificity: "how rare the words are in your library"
        case .contrast: "said not to be about it"
        case .commonWordAlone: "only a common word"
        }
    }

    /// What it means, as a sentence.
    public var sentence: String {
        switch self {
        case .heading: "The passage is a heading."
        case .underHeading: "The heading above the passage speaks of the topic."
        case .firstParagraph: "The passage opens the article."
        case .title: "The title of the article speaks of the topic."
        case .deck: "The line under the title speaks of the topic."
        case .kicker: "A kicker of the article stands for the topic."
        case .neighbour: "The passage before or after this one speaks of the topic too."
        case .spread: "Several passages of the article speak of the topic."
        case .relatedTopic: "The passage also speaks of the topic above this one, or of one below it."
        case .coOccurrence: "The passage also speaks of a topic that often comes with this one."
        case .librarySpecificity:
            "Words that few passages of your library have say more, and words that many have say less."
        case .contrast: "The words before each match say that the passage is not about this."
        case .commonWordAlone: "A common word, however often it stands there, is not enough by itself."
        }
    }
}

extension TopicModel.Surrounding {
    /// A few words for a list.
    public var phrase: String {
        switch self {
        case .before: "the passage before, as your decisions weigh it"
        case .after: "the passage after, as your decisions weigh it"
        case .article: "the whole article, as your decisions weigh it"
        case .anywhere: "somewhere in the article, as your decisions weigh it"
        case .first: "opens the article, as your decisions weigh it"
        case .announced: "the title, as your decisions weigh it"
        }
    }

    /// What it means, as a sentence.
    public var sentence: String {
        switch self {
        case .before: "Your decisions show how much it tells that the passage before is about the topic."
        case .after: "Your decisions show how much it tells that the passage after is about the topic."
        case .article: "Your decisions show how much it tells how far the whole article is about the topic."
        case .anywhere: "Your decisions show how much it tells that some passage of the article is about the topic."
        case .first: "Your decisions show how much it tells that a passage opens the article."
        case .announced: "Your decisions show how much it tells that the title speaks of the topic."
        }
    }
}
