/// The surroundings that speak for or against a topic, as an explanation names them.
public enum ContextFactor: String, Hashable, Sendable, CaseIterable {
    /// The passage is a heading.
    case heading
    /// The heading above the passage speaks of the topic.
    case underHeading = "under-heading"
    /// The passage opens the article.
    case firstParagraph = "first-paragraph"
    /// The title speaks of the topic.
    case title
    /// The deck speaks of the topic.
    case deck
    /// A category line stands for the topic.
    case kicker
    /// The passage before or after speaks of the topic.
    case neighbour
    /// Several passages of the article speak of the topic.
    case spread
    /// The passage speaks of the topic above or of one below it too.
    case relatedTopic = "related-topic"
    /// The passage speaks of a topic that is related to this one too.
    case coOccurrence = "co-occurrence"
    /// How rare the matched words are in the user's own library.
    case librarySpecificity = "library-specificity"
    /// «unrelated to», «as opposed to» stand before each match.
    case contrast
    /// A single common word is all there is.
    case commonWordAlone = "common-word-alone"

    func factor(_ weights: Weights) -> Explanation.Factor {
        Explanation.Factor(.context(self), contribution: contribution(weights))
    }

    private func contribution(_ weights: Weights) -> Double {
        switch self {
        case .heading: weights.heading
        case .underHeading: weights.underHeading
        case .firstParagraph: weights.firstParagraph
        case .title: weights.title
        case .deck: weights.deck
        case .kicker: weights.kicker
        case .neighbour: weights.neighbour
        case .spread: weights.spread
        case .relatedTopic: weights.relatedTopic
        case .coOccurrence: weights.coOccurrence
        case .librarySpecificity: weights.librarySpecificityMost
        case .contrast: weights.contrast
        case .commonWordAlone: weights.commonWordAlone
        }
    }
}
