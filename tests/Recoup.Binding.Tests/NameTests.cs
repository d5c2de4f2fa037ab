using Recoup.Binding.Names;

namespace Recoup.Binding.Tests;

public sealed class NameTests
{
    [Theory]
    [InlineData("spreadsheet_id", "SpreadsheetId", "spreadsheetId")]
    [InlineData("valueInputOption", "ValueInputOption", "valueInputOption")]
    [InlineData("BATCH_UPDATE", "BatchUpdate", "batchUpdate")]
    [InlineData("HTTPServer", "HttpServer", "httpServer")]
    [InlineData("userID", "UserId", "userId")]
    [InlineData("in-reply-to", "InReplyTo", "inReplyTo")]
    [InlineData("a.b c/d", "ABCD", "aBCD")]
    [InlineData("$filter", "Filter", "filter")]
    [InlineData("@type", "Type", "type")]
    [InlineData("1st_choice", "_1stChoice", "_1stChoice")]
    [InlineData("1_0", "_1_0", "_1_0")]
    [InlineData("10", "_10", "_10")]
    [InlineData("+1", "Plus1", "plus1")]
    [InlineData("-1", "Minus1", "minus1")]
    [InlineData(">=", "GreaterEquals", "greaterEquals")]
    [InlineData("größe_é", "GrößeÉ", "größeÉ")]
    [InlineData("名前", "名前", "名前")]
    [InlineData("__proto__", "Proto", "proto")]
    public void Wire_names_become_identifiers(string wireName, string pascal, string camel)
    {
        Identifier.Pascal(wireName).ShouldBe(pascal);
        Identifier.Camel(wireName).ShouldBe(camel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("\u200B\u0301")]
    public void A_name_without_a_letter_is_told_by_its_hash(string wireName) => Identifier.Pascal(wireName).ShouldMatch("^_[0-9a-f]{8}$");

    /// <summary>The published test vectors of FNV-1a with 32 bits, and what the last step of MurmurHash3 makes of them.</summary>
    [Theory]
    [InlineData("", "811c9dc5")]
    [InlineData("a", "e40c292c")]
    [InlineData("foobar", "bf9cf968")]
    public void A_hash_is_that_of_its_published_definition(string text, string hash)
    {
        StableHash.Of(text).ShouldBe(hash);

        var number = Convert.ToUInt32(hash, 16);
        number = unchecked((number ^ (number >> 16)) * 2246822507);
        number = unchecked((number ^ (number >> 13)) * 3266489909);
        StableHash.Number(text).ShouldBe(number ^ (number >> 16));
    }

    [Fact]
    public void A_long_name_is_cut_and_told_by_its_hash()
    {
        var name = Identifier.Pascal(new string('a', 10_000));

        name.Length.ShouldBeLessThan(Identifier.MaxLength + 20);
        name.ShouldNotBe(Identifier.Pascal(new string('a', 10_001)));
    }

    [Theory]
    [InlineData(Identifier.MaxLength, false)]
    [InlineData(Identifier.MaxLength + 1, true)]
    public void Only_a_name_that_is_too_long_is_cut(int length, bool isCut)
    {
        var wireName = new string('a', length);

        Identifier.Camel(wireName).ShouldBe(isCut ? $"{wireName[..Identifier.MaxLength]}_{StableHash.Of(wireName)}" : wireName);
    }

    [Theory]
    [InlineData("user_id|userId", "user_id|userId")]
    [InlineData("C|C#|C++", "C|CSharp|CPlusPlus")]
    [InlineData("a.b|a_b", "aDotb|a_b")]
    [InlineData("a|b", "A|B")]
    public void Names_that_clash_keep_what_differs(string wireNames, string expected)
    {
        var siblings = wireNames.Split('|');

        var names = SiblingNames.Assign(siblings, Identifier.Pascal, _ => false, "Value");

        siblings.Select(wire => names[wire]).ShouldBe(expected.Split('|'));
    }

    [Fact]
    public void The_spelling_that_keeps_what_differs_can_be_chosen()
    {
        var names = SiblingNames.Assign(["a.b", "a_b"], Identifier.Pascal, _ => false, "Value", Identifier.SpelledPascal);

        (names["a.b"], names["a_b"]).ShouldBe(("ADotB", "A_B"));
    }

    [Fact]
    public void Names_can_clash_if_only_their_case_differs()
    {
        string[] siblings = ["xy", "xY"];

        var names = SiblingNames.Assign(siblings, Identifier.Pascal, _ => false, "Value", comparer: StringComparer.OrdinalIgnoreCase);

        names.Clashes.ShouldBe(["xY", "xy"]);
        siblings.Select(wire => names[wire].ToUpperInvariant()).ShouldBeUnique();
    }

    [Fact]
    public void Names_that_no_spelling_tells_apart_get_a_hash()
    {
        string[] siblings = ["a\u0301b", "a\u0302b"];

        var names = SiblingNames.Assign(siblings, Identifier.Pascal, _ => false, "Value");

        siblings.Select(wire => names[wire]).ShouldBeUnique();
        siblings.ShouldAllBe(wire => names[wire].StartsWith("AB_", StringComparison.Ordinal));
    }

    /// <summary>The name of the type itself is taken, also for a name with a hash (CS0542).</summary>
    [Fact]
    public void A_chosen_name_that_is_the_spelling_of_a_clash_displaces_it()
    {
        string[] siblings = ["a.b", "a_b", "chosen"];
        var spelled = SiblingNames.Assign(siblings, Identifier.Pascal, _ => false, "Value")["a.b"];
        var names = SiblingNames.Assign(
            siblings, Identifier.Pascal, _ => false, "Value", given: new Dictionary<string, string> { ["chosen"] = spelled });

        names["chosen"].ShouldBe(spelled);
        names["a.b"].ShouldNotBe(spelled);
        names.Displaced.ShouldBe([("a.b", "chosen")]);
    }

    [Fact]
    public void Displaced_names_are_listed_in_order()
    {
        var names = SiblingNames.Assign(
            ["b", "a", "c", "d", "e"], Identifier.Pascal, _ => false, "Value",
            given: new Dictionary<string, string> { ["d"] = "B", ["e"] = "A" });

        names.Displaced.ShouldBe([("a", "e"), ("b", "d")]);
    }

    [Theory]
    [InlineData("a\u0301b", "a\u0302b")]
    [InlineData("+\u0301", "+\u0302")]
    [InlineData("x y\u0301", "x y\u0302")]
    public void A_hashed_name_is_free_as_well(params string[] siblings)
    {
        var plain = SiblingNames.Assign(siblings, Identifier.Pascal, _ => false, "Value");
        var taken = plain[siblings[0]];

        var names = SiblingNames.Assign(siblings, Identifier.Pascal, name => name == taken, "Value");

        taken.ShouldContain("_", customMessage: "it has a hash");
        names[siblings[0]].ShouldBe(taken + "Value");
        names[siblings[1]].ShouldBe(plain[siblings[1]]);
    }

    [Fact]
    public void A_name_does_not_depend_on_the_order_of_its_siblings()
    {
        string[] siblings = ["user_id", "userId", "UserID", "user-id", "x", "X"];

        var names = SiblingNames.Assign(siblings, Identifier.Camel, name => name == "x", "Value");
        var reversed = SiblingNames.Assign(siblings.Reverse(), Identifier.Camel, name => name == "x", "Value");

        siblings.Select(wire => reversed[wire]).ShouldBe(siblings.Select(wire => names[wire]));
        siblings.Select(wire => names[wire]).ShouldBeUnique();
    }

    [Fact]
    public void Refused_choices_and_moved_names_are_listed_in_order()
    {
        var names = SiblingNames.Assign(
            ["b", "a", "d.e", "d_e"], Identifier.Pascal, name => name == "Taken", "Value",
            given: new Dictionary<string, string> { ["b"] = "Taken", ["a"] = "Taken" });

        names.Refused.ShouldBe(["a", "b"]);
        names.Clashes.ShouldBe(["d.e", "d_e"]);
    }
}
