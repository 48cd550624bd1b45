extension Role {
    /// The least contrast ratio between what has this role and its ground: 4.5 for whatever is read, nothing for mere
    /// ornament.
    var leastContrast: Double {
        switch self {
        case .border, .scrollbar, .scrollbarThumb, .rule, .tableRule, .quotationBar: 1
        case .text, .dimmed, .kicker, .title, .deck, .byline, .date, .heading, .subheading, .minorHeading, .emphasis,
            .strong, .inlineCode, .struckOut, .link, .reference, .resolvedReference, .linkNumber, .linkHost, .linkTarget,
            .quotation, .listMarker, .code, .tableHead, .caption, .promotion, .gutter, .bookmark, .bookmarked, .highlightYellow, .highlightGreen, .highlightBlue, .highlightPink, .highlightOrange, .note,
            .userTag, .searchHit,
            .currentHit, .evidence, .passageCursor, .passageCursorBar, .selection, .topicCybercrime,
            .topicFraudManagement, .topicCompliance, .topicHumanRightsSafeguards, .topicInternationalCooperation,
            .topicProceduralPowers, .topicElectronicEvidence, .topicOther, .listTitle, .listTitleRead, .listSelected,
            .listSelectedInactive, .listMarked, .unread, .star, .snippet, .count, .panelTitle, .panelTitleActive,
            .borderActive, .tab, .tabActive, .status, .statusKey, .statusMessage, .key, .input, .prompt, .placeholder,
            .popup, .popupSelected, .progress, .success, .warning, .error:
            4.5
        }
    }
}
