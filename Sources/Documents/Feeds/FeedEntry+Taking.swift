extension FeedEntry {
    /// At most so many links, people and categories are kept.
    private static let listLimit = 200

    mutating func take(_ field: FeedField, base: String?) {
        size += field.value.bytes.count
        isCut = isCut || field.isCut
        switch field.word {
        case .title: takeTitle(field)
        case .link: takeLink(field, base)
        case .id: takeID(field)
        case .person(let role): takePerson(field, role)
        case .category: takeCategory(field)
        case .keywords: takeKeywords(field)
        case .published: takePublished(field)
        case .updated: if !field.text.isEmpty { updated = field.text }
        case .summary: takeSummary(field)
        case .content: takeContent(field, base)
        case .fullText: if fullText == nil, !field.value.isBlank { fullText = field.value }
        case .language: if !field.text.isEmpty { language = field.text }
        case .feed, .entry, .image, .source, .minutes, .quietHours, .quietDay, .period, .frequency, .newURL, .complete,
            .group, .other:
            break
        }
    }

    mutating func takeFromSource(_ field: FeedField) {
        switch field.word {
        case .title: if sourceTitle == nil { sourceTitle = field.value }
        case .person(let role):
            guard role != .contributor, sourcePeople.count < Self.listLimit else { return }
            sourcePeople.append(field.whole(role))
        case .feed, .entry, .image, .source, .link, .id, .category, .published, .updated, .summary, .content, .fullText,
            .keywords, .language, .minutes, .quietHours, .quietDay, .period, .frequency, .newURL, .complete, .group, .other:
            break
        }
    }

    private mutating func takeTitle(_ field: FeedField) {
        guard !field.value.isBlank else { return }
        if field.vocabulary == .core {
            if title == nil { title = field.value }
        } else if spareTitle == nil {
            spareTitle = field.value
        }
    }

    private mutating func takeLink(_ field: FeedField, _ base: String?) {
        guard links.count < Self.listLimit, let link = field.link(base) else { return }
        links.append(link)
    }

    private mutating func takeID(_ field: FeedField) {
        guard !field.text.isEmpty, id == nil || field.vocabulary == .core else { return }
        id = field.text
        isIDOpaque =
            field.element.name != "guid" || field.element.attribute("ispermalink")?.lowercased() == "false"
    }

    private mutating func takePerson(_ field: FeedField, _ role: FeedPersonRole) {
        guard people.count < Self.listLimit, role != .editor else { return }
        people.append(field.whole(role))
    }

    private mutating func takeCategory(_ field: FeedField) {
        for category in field.categories where categories.count < Self.listLimit { categories.append(category) }
    }

    private mutating func takeKeywords(_ field: FeedField) {
        for word in field.text.split(separator: ",") where categories.count < Self.listLimit {
            categories.append(Category(text: FeedAddress.cleaned(String(word))))
        }
    }

    /// When it was published, issued, or only made; of several of a kind the last.
    private mutating func takePublished(_ field: FeedField) {
        let rank = field.element.name == "created" ? 2 : field.vocabulary == .core ? 0 : 1
        guard !field.text.isEmpty, rank <= publishedRank else { return }
        published = field.text
        publishedRank = rank
    }

    private mutating func takeSummary(_ field: FeedField) {
        guard !field.value.isBlank, summaries.count + spareSummaries.count < 8 else { return }
        // RSS has the whole text in its description where it has a summary besides.
        if field.vocabulary == .core { summaries.append(field.value) } else { spareSummaries.append(field.value) }
        if field.vocabulary == .core, field.element.name == "description" { placeOfDescription = summaries.count }
    }

    private mutating func takeContent(_ field: FeedField, _ base: String?) {
        if let source = field.element.attribute("src"), !source.isEmpty {
            links.append(Link(address: FeedAddress.resolve(source, against: base), relation: "content"))
        }
        guard content == nil, !field.value.isBlank else { return }
        content = field.value
    }
}

extension FeedField {
    /// With what stood in its parts.
    func whole(_ role: FeedPersonRole) -> FeedEntry.Person {
        var person = person
        person.text = text
        person.role = role
        person.isSpare = vocabulary == .itunes
        return person
    }

    /// RSS has the address as text, Atom and RDF as an attribute.
    func link(_ base: String?) -> FeedEntry.Link? {
        let address = element.attribute("href") ?? element.attribute("resource") ?? text
        guard !FeedAddress.cleaned(address).isEmpty else { return nil }
        return FeedEntry.Link(
            address: FeedAddress.resolve(address, against: base),
            relation: element.attribute("rel")?.lowercased() ?? "alternate", type: element.attribute("type")?.lowercased())
    }

    var categories: [FeedEntry.Category] {
        let term = element.attribute("term") ?? element.attribute("text")
        let scheme = element.attribute("scheme") ?? element.attribute("domain")
        let label = element.attribute("label")
        let own = FeedEntry.Category(text: term ?? text, label: label, scheme: scheme)
        return [own] + nested.map { FeedEntry.Category(text: $0) }
    }
}
