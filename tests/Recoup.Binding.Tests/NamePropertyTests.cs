using FsCheck;
using FsCheck.Fluent;
using Recoup.Binding.Names;
using Recoup.Catalogs.Slugs;

namespace Recoup.Binding.Tests;

public sealed class NamePropertyTests
{
    [Fact]
    public void Any_text_becomes_an_identifier() => Prop.ForAll<string?>(text =>
    {
        var name = Identifier.Pascal(text ?? "");
        IsIdentifier(name).ShouldBeTrue(name);
        IsIdentifier(Identifier.Camel(text ?? "")).ShouldBeTrue();
        IsIdentifier(Identifier.Spelled(text ?? "")).ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_siblings_get_names_of_their_own() => Prop.ForAll(Siblings, texts =>
    {
        var names = SiblingNames.Assign(texts, Identifier.Pascal, name => name == "A", "Value");
        texts.Distinct(StringComparer.Ordinal).Select(text => names[text]).ShouldBeUnique();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Siblings_give_way_to_chosen_names() => Prop.ForAll(Siblings, Siblings, (texts, choices) =>
    {
        var given = choices.Zip(texts).DistinctBy(pair => pair.Second)
            .ToDictionary(pair => pair.Second, pair => Identifier.Spelled(pair.First), StringComparer.Ordinal);
        var names = SiblingNames.Assign(texts, Identifier.Pascal, name => name == "A", "Value", given: given);

        texts.Distinct(StringComparer.Ordinal).Select(text => names[text]).ShouldBeUnique();
        foreach (var wireName in given.Keys.Except(names.Refused))
            names[wireName].ShouldBe(given[wireName]);
        foreach (var (wireName, by) in names.Displaced)
            names[wireName].ShouldNotBe(names[by]);
    }).QuickCheckThrowOnFailure();

    // Few letters and many separators, so that names meet.
    private static Arbitrary<string[]> Siblings { get; } =
        Gen.Elements("a", "A", "b", "_", "-", ".", "1", "aB", "Value", "\u0301")
            .ListOf()
            .Select(parts => string.Concat(parts.Take(4)))
            .ArrayOf()
            .ToArbitrary();

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => c == '_' || Words.IsWordChar(c));
}
