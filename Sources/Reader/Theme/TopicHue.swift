import Topics

/// The colour families of topics: one for each root of the vocabulary. A colour never stands alone: the topic's code
/// or label is always beside it.
public enum TopicHue: String, Hashable, Sendable, CaseIterable {
    case cybercrime
    case fraudManagement = "fraud-management"
    case compliance
    case humanRightsSafeguards = "human-rights-safeguards"
    case internationalCooperation = "international-cooperation"
    case proceduralPowers = "procedural-powers"
    case electronicEvidence = "electronic-evidence"
    /// A topic under none of the seven.
    case other

    /// The family of the topics under `root`, a topic without a broader one.
    public init(root: TopicID) {
        self = TopicHue(rawValue: root.rawValue) ?? .other
    }

    /// What a topic of the family is drawn with.
    public var role: Role {
        switch self {
        case .cybercrime: .topicCybercrime
        case .fraudManagement: .topicFraudManagement
        case .compliance: .topicCompliance
        case .humanRightsSafeguards: .topicHumanRightsSafeguards
        case .internationalCooperation: .topicInternationalCooperation
        case .proceduralPowers: .topicProceduralPowers
        case .electronicEvidence: .topicElectronicEvidence
        case .other: .topicOther
        }
    }
}
