namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Schemas that are composed of others: each finding names the keyword that changed, and its witness shows this change.</summary>
public sealed class ComposedSchemaTests
{
    private const string TwoChoices =
        """{"type":"object","allOf":[""" + ChoiceA + "," + ChoiceB + "]}";

    private const string ChoiceA =
        """{"anyOf":[{"properties":{"a0":{"type":"string","maxLength":20}},"required":["a0"]},"""
        + """{"properties":{"b0":{"type":"string"}},"required":["b0"]}]}""";

    private const string ChoiceB =
        """{"anyOf":[{"properties":{"a1":{"type":"string","maxLength":20}},"required":["a1"]},"""
        + """{"properties":{"b1":{"type":"string"}},"required":["b1"]}]}""";

    [Fact]
    public void Both_lengths_are_named_if_both_changed()
    {
        var findings = Diff.OfSchemas(TwoChoices, TwoChoices.Replace("20", "10", StringComparison.Ordinal));

        findings.Select(finding => finding.Message).Order().ShouldBe(
            ["'a0': maximum length: 20 before, 10 now", "'a1': maximum length: 20 before, 10 now"]);
        findings.ShouldAllBe(finding => finding.Verdict == Verdict.Breaking);
        findings.Single(finding => finding.Message.StartsWith("'a0'", StringComparison.Ordinal)).Witness!.Json
            .ShouldBe("""{"a0":"aaaaaaaaaaa","b1":""}""");
    }

    [Fact]
    public void One_length_is_named_if_only_it_changed()
    {
        var after = TwoChoices.Replace(ChoiceA, ChoiceA.Replace("20", "10", StringComparison.Ordinal), StringComparison.Ordinal);

        var finding = Diff.OfSchemas(TwoChoices, after).ShouldHaveSingleItem();

        finding.Message.ShouldBe("'a0': maximum length: 20 before, 10 now");
        finding.Witness.ShouldNotBeNull().Json.ShouldBe("""{"a0":"aaaaaaaaaaa","a1":""}""");
        finding.Witness.Violation.ShouldBe("/a0: expected at most 10 characters, got 11");
    }

    [Theory]
    [InlineData("a branch moves into allOf, and its bound changes",
        """{"type":"string","pattern":"^a","maxLength":9}""",
        """{"type":"string","allOf":[{"pattern":"^a"},{"pattern":"z$"}],"maxLength":8}""",
        "a schema that must match was added", "maximum length: 9 before, 8 now")]
    [InlineData("a union becomes one of two",
        """{"anyOf":[{"type":"object","properties":{"a":{"type":"integer","maximum":9}},"required":["a"]},{"type":"string"}]}""",
        """{"allOf":[{"anyOf":[{"type":"object","properties":{"a":{"type":"integer","maximum":8}},"required":["a"]},"""
            + """{"type":"string"}]},{"anyOf":[{"type":"object","required":["b"]},{"type":"string","minLength":1}]}]}""",
        "'a': at most 9 before, at most 8 now", "'b' is now required", "minimum length: 0 before, 1 now")]
    [InlineData("the branches are written in another order",
        """{"anyOf":[{"type":"object","properties":{"a":{"maxLength":9}},"required":["a"]},"""
            + """{"type":"object","properties":{"b":{"maxLength":9}},"required":["b"]}]}""",
        """{"anyOf":[{"type":"object","properties":{"b":{"maxLength":9}},"required":["b"]},"""
            + """{"type":"object","properties":{"a":{"maxLength":8}},"required":["a"]}]}""",
        "'a': maximum length: 9 before, 8 now")]
    [InlineData("a branch is replaced by another one",
        """{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},{"type":"object","required":["c"]}]}""",
        """{"anyOf":[{"type":"object","properties":{"b":{"type":"string"}},"required":["b"]},{"type":"object","required":["c"]}]}""",
        "a branch was added: object", "a branch was removed: object")]
    [InlineData("a condition stays, and a union beside it changes",
        """{"type":"object","if":{"required":["a"]},"then":{"required":["b"]},"allOf":[{"if":{"required":["c"]},"then":"""
            + """{"required":["d"]}}],"properties":{"a":{"type":"string"}}}""",
        """{"type":"object","if":{"required":["a"]},"then":{"required":["b"]},"allOf":[{"if":{"required":["c"]},"then":"""
            + """{"required":["e"]}}],"properties":{"a":{"type":"string"}}}""",
        "'d' is no longer required", "'e' is now required")]
    public void The_keyword_that_changed_is_named(string about, string before, string after, params string[] messages) =>
        Diff.OfSchemas(Of(before), Of(after)).Select(finding => finding.Message.Replace("'v': ", "", StringComparison.Ordinal)
            .Replace("'v.", "'", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(messages, ignoreOrder: false,
                customMessage: about);

    [Fact]
    public void A_definition_that_breaks_only_at_its_second_use_is_not_called_compatible()
    {
        const string Before =
            """{"type":"object","$defs":{"t":{"type":"string","maxLength":9}},"properties":{"a":{"$ref":"#/$defs/t"}"""
                + ""","b":{"$ref":"#/$defs/t"}},"propertyNames":{"enum":["b"]}}""";

        Diff.OfSchemas(Before, Before.Replace("9", "8", StringComparison.Ordinal))
            .ShouldContain(finding => finding.Verdict == Verdict.Breaking && finding.Witness!.Json == """{"b":"aaaaaaaaa"}""");
    }

    [Fact]
    public void A_witness_shows_only_the_violation_of_its_own_finding()
    {
        var findings = Diff.OfSchemas(
            """{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"]}""",
            """{"type":"object","properties":{"number":{"type":"integer","minimum":1},"owner":{"type":"string"}}"""
                + ""","required":["number","owner"]}""");

        findings.Select(finding => (finding.Witness!.Json, finding.Witness.Violation)).Order().ShouldBe(
        [
            ("""{"number":0,"owner":""}""", "/number: expected at least 1, got 0"),
            ("""{"number":1}""", "(root): expected required property \"owner\", got none"),
        ]);
    }

    [Fact]
    public void Each_property_of_a_large_object_that_is_now_required_has_a_witness()
    {
        const int Count = 30;
        var properties = string.Join(
            ',', Enumerable.Range(0, Count).Select(i => $$"""  "p{{i}}":{"type":["integer","null"],"minimum":{{i}} }  """));
        var before = $$$"""{"type":"object","properties":{{{{properties}}}}}""";
        var required = string.Join(',', Enumerable.Range(0, Count).Select(i => $"\"p{i}\""));

        var findings = Diff.OfSchemas(before, $"{before[..^1]},\"required\":[{required}]}}");

        findings.Count.ShouldBe(Count);
        findings.ShouldAllBe(finding => finding.Verdict == Verdict.Breaking && finding.Witness != null);
    }

    [Theory]
    [InlineData("""{"type":["integer","string","boolean"]}""", """{"anyOf":[{"type":"integer"},{"type":"string"}]}""",
        "/v: expected integer or string, got boolean")]
    [InlineData("""{}""", """{"anyOf":[{"type":"array","minItems":1},{"type":"object","required":["a"]},{"type":"object","required":"""
        + """["b"]}]}""",
        "/v: expected array or object, got number")]
    [InlineData("""{}""", """{"oneOf":[{"type":"array","minItems":1},{"anyOf":[{"type":"object","required":["a"]},{"const":7},{"enu"""
        + """m":["x"]}]}]}""",
        "/v: expected array or object or 7 or \"x\", got number")]
    public void A_violation_names_all_alternatives_of_a_union(string before, string after, string violation) =>
        Diff.OfSchemas(Of(before), Of(after)).First(finding => finding.Verdict == Verdict.Breaking).Witness!.Violation.ShouldBe(violation);

    [Theory]
    [InlineData("""{"anyOf":[{"type":"object","properties":{"l":{"$ref":"#/$defs/n"},"v":{"type":"integer","maximum":10}},"require"""
        + """d":["l"]},"""
        + """{"type":"string"}]}""", """{"x":{"v":10,"l":""}}""")]
    [InlineData("""{"type":"object","properties":{"items":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/n"}}"""
        + ""","v":{"type":"integer","maximum":10}}}""", """{"x":{"v":10}}""")]
    [InlineData("""{"oneOf":[{"type":"array","items":{"$ref":"#/$defs/n"},"minItems":2},{"type":"integer","maximum":10}]}""",
        """{"x":10}""")]
    [InlineData("""{"anyOf":[{"type":"object","properties":{"l":{"$ref":"#/$defs/n"},"r":{"$ref":"#/$defs/n"},"v":{"type":"intege"""
        + """r","maximum":10}}"""
        + ""","required":["l","r","v"]},{"type":"null"}]}""", """{"x":{"v":10,"l":null,"r":null}}""")]
    public void A_witness_of_a_recursive_schema_is_small(string node, string witness)
    {
        var before = """{"type":"object","properties":{"x":{"$ref":"#/$defs/n"}},"$defs":{"n":""" + node + "}}";

        Diff.OfSchemas(before, before.Replace("10", "9", StringComparison.Ordinal))
            .MinBy(finding => finding.Message.Length)!.Witness!.Json.ShouldBe(witness);
    }

    [Theory]
    [InlineData("""{"type":"array","maxItems":2000000000}""", """{"type":"array","maxItems":1999999999}""",
        "an array of 2,000,000,000 items")]
    [InlineData("""{"type":"array","maxItems":9000000000}""", """{"type":"array","maxItems":8000000000}""",
        "an array of 8,000,000,001 items")]
    [InlineData("""{"type":"array","minItems":3000000000,"items":{"type":"string","minLength":3}}""",
        """{"type":"array","minItems":4000000000,"items":{"type":"string","minLength":3}}""", "an array of 3,999,999,999 items")]
    [InlineData("""{"type":"string"}""", """{"type":"string","maxLength":2147483648}""", "a text of 2,147,483,649 characters")]
    [InlineData("""{"type":["string","null"],"minLength":200000}""", """{"type":["string","null"],"minLength":1e9}""",
        "a text of 999,999,999 characters")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""",
        """{"type":"object","additionalProperties":{"type":"integer"},"maxProperties":100000000000000000000}""",
        "an object of 100,000,000,000,000,000,001 properties")]
    public void A_count_of_any_size_is_proved_without_a_value_of_this_size(string before, string after, string value)
    {
        var finding = Diff.OfSchemas(Of(before), Of(after)).ShouldHaveSingleItem();

        finding.Verdict.ShouldBe(Verdict.Breaking);
        finding.Reason.ShouldBe(
            $"{value} was accepted and is now rejected, with any other content that is accepted; such a value is too large to write");
        Diff.OfSchemas(Of(after), Of(before)).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Compatible);
    }

    [Theory]
    [InlineData("""{"type":"array","uniqueItems":true,"items":{"type":"boolean"},"maxItems":2000000000}""",
        """{"type":"array","uniqueItems":true,"items":{"type":"boolean"},"maxItems":1999999999}""", Verdict.Compatible)]
    [InlineData("""{"type":"array","maxItems":2000000000,"items":false}""", """{"type":"array","maxItems":1999999999,"items":false}""",
        Verdict.Compatible)]
    [InlineData("""{"type":"object","properties":{"a":{}},"additionalProperties":false,"maxProperties":2000000000}""",
        """{"type":"object","properties":{"a":{}},"additionalProperties":false,"maxProperties":1999999999}""", Verdict.Compatible)]
    [InlineData("""{"type":"array","contains":{"type":"string"},"maxItems":2000000000}""",
        """{"type":"array","contains":{"type":"string"},"maxItems":1999999999}""", Verdict.Unproven)]
    [InlineData("""{"type":"string","pattern":"^.{3}$","maxLength":2000000000}""",
        """{"type":"string","pattern":"^.{3}$","maxLength":1999999999}""", Verdict.Unproven)]
    public void A_large_count_that_nothing_can_reach_is_not_called_breaking(string before, string after, Verdict verdict) =>
        Diff.OfSchemas(Of(before), Of(after)).Max(finding => finding.Verdict).ShouldBe(verdict);

    [Theory]
    [InlineData("""{"if":{"required":[]},"then":{"required":["b"]}}""", "a condition was changed", "/if")]
    [InlineData("""{"if":{"required":[]},"then":{"required":["c"]}}""", "a condition and its consequences were changed", "/v")]
    [InlineData("""{"if":{"required":[]},"else":{"required":["b"]}}""", "a condition and its consequences were changed", "/v")]
    public void A_condition_that_changes_with_its_consequences_is_one_edit_of_their_schema(string after, string message, string place)
    {
        const string before = """{"if":{"required":["a"]},"then":{"required":["b"]}}""";

        var finding = Diff.OfSchemas(Of(before), Of(after)).ShouldHaveSingleItem();

        finding.Message.ShouldEndWith(message);
        finding.BeforeLocation!.Pointer.ShouldEndWith(place);
        finding.AfterLocation!.Pointer.ShouldEndWith(place);
    }

    [Theory]
    [InlineData("""{"anyOf":[{"not":{"type":"string","minLength":1}},{"not":{"type":"integer"}}]}""",
        """{"anyOf":[{"not":{"type":"string","minLength":0}},{"not":{"type":"string"}}]}""")]
    [InlineData("""{"items":{"anyOf":[{"type":"string","pattern":"^a{1,2}$"},{"type":"string","pattern":"^[ab]*$"}]}}""",
        """{"items":{"anyOf":[{"type":"object","pattern":"^a{1,2}$"},{"type":"object","pattern":"^[ab]*$"}]}}""")]
    [InlineData("""{"properties":{"a":{"type":"string"},"b":{"type":"string"}}}""",
        """{"properties":{"a":{"type":"string","not":{"maxLength":0}},"b":{"type":"string","not":{"maxLength":0}}}}""")]
    public void No_finding_about_a_body_is_lost_because_another_one_has_the_same_words(string before, string after)
    {
        static string Document(string schema) => """
            {"openapi":"3.1.0","info":{"title":"","version":""},"paths":{"/a":{"post":{"operationId":"post","requestBody":{"required":true,
            "content":{"application/json":{"schema":#},"application/vnd.a+json":{"schema":#}}},
            "responses":{"204":{"description":""}}}}}}
            """.Replace("#", schema, StringComparison.Ordinal);

        var findings = Diff.Of(Document(before), Document(after), new DiffOptions { WireOnly = true }).Findings;

        findings.Max(finding => finding.Verdict).ShouldBe(Verdict.Breaking);
        findings.Sum(finding => Math.Max(1, finding.Parts.Count))
            .ShouldBe(Diff.OfSchemas(after, before, Direction.Results).Sum(finding => Math.Max(1, finding.Parts.Count)));
    }

    private static string Of(string schema) => $$$"""{"type":"object","properties":{"v":{{{schema}}}},"required":["v"]}""";
}
