import Testing

@testable import Topics

@Suite("A vocabulary as SKOS")
struct UserVocabularySKOSTests {
    @Test("holds the labels, the tree, the relations and the provisions")
    func turtle() {
        let own = """
            topic: sea-cows
            name: Sea cows
            name fr: Vaches marines
            exact: "SEA" \\ COW
            hidden: see cows
            related: sea-dogs
            topic: sea-dogs
            name: Sea dogs
            broader: animals
            topic: animals
            name: Animals
            provision: BC:2
            treaty: BC
            name: Budapest
            article: 2 Access
            """
        let (vocabulary, problems) = Vocabulary.empty.adding(VocabularyFile(name: "own.txt", text: own))
        #expect(problems == [])
        #expect(
            Array(SKOSWriter(vocabulary).statements).joined(separator: "\n") == """
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix topic: <urn:dossier:topic:> .

                <urn:dossier:vocabulary> a skos:ConceptScheme ;
                    skos:hasTopConcept topic:sea-cows, topic:animals .

                topic:sea-cows a skos:Concept ;
                    skos:inScheme <urn:dossier:vocabulary> ;
                    skos:notation "SEACOW" ;
                    skos:topConceptOf <urn:dossier:vocabulary> ;
                    skos:prefLabel "Sea cows"@en, "Vaches marines"@fr ;
                    skos:altLabel "\\"SEA\\" \\\\ COW"@en ;
                    skos:hiddenLabel "see cows"@en ;
                    skos:related topic:sea-dogs .

                topic:sea-dogs a skos:Concept ;
                    skos:inScheme <urn:dossier:vocabulary> ;
                    skos:notation "SEADOG" ;
                    skos:prefLabel "Sea dogs"@en ;
                    skos:broader topic:animals ;
                    skos:related topic:sea-cows .

                topic:animals a skos:Concept ;
                    skos:inScheme <urn:dossier:vocabulary> ;
                    skos:notation "ANIMAL" ;
                    skos:topConceptOf <urn:dossier:vocabulary> ;
                    skos:prefLabel "Animals"@en ;
                    skos:narrower topic:sea-dogs ;
                    dct:references <urn:dossier:provision:BC:2> .

                """)
    }

    @Test("escapes what may not stand in a literal")
    func escapes() {
        #expect(SKOSWriter.quoted("a\u{1}\u{7F}é") == "\"a\\u0001\\u007Fé\"")
    }

    @Test("has every built-in topic once")
    func builtIn() {
        let statements = Array(SKOSWriter(.builtIn).statements).dropFirst()
        #expect(statements.map { $0.prefix { $0 != " " } } == Vocabulary.builtIn.topics.map { "topic:\($0.id)" })
        #expect(statements.allSatisfy { $0.hasSuffix(" .\n") && $0.contains("skos:prefLabel") })
    }
}
