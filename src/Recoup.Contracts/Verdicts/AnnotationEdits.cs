using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Normalization;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Verdicts;

/// <summary>What is said about a value: it decides nothing about which values are accepted, but about what happens.</summary>
internal static class AnnotationEdits
{
    public static void Find(Form old, Form @new, FormPath path, List<Edit> edits)
    {
        foreach (var name in old.Annotations.Keys.Union(@new.Annotations.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (isOld, isNew) = (old.Annotations.TryGetValue(name, out var before), @new.Annotations.TryGetValue(name, out var after));
            if (isOld && isNew && IsSame(before, after))
                continue;
            var change = !isOld ? Change.Added : !isNew ? Change.Removed : Change.Changed;
            edits.Add(new Edit(
                KeywordRules.Of(name), change, path, EditWords.Subject(path) + Message(name, before, after), PlaceOf(old, name, before), PlaceOf(@new, name, after)));
        }
    }

    private static bool IsSame(PositionedElement old, PositionedElement @new) =>
        old == @new || CanonicalJson.Of(old.ToJsonElement()) == CanonicalJson.Of(@new.ToJsonElement());

    private static Place PlaceOf(Form form, string name, PositionedElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? form.Place : form.PlaceOf(name);

    private static string Message(string name, PositionedElement old, PositionedElement @new) => name switch
    {
        "description" => "the description has changed",
        "deprecated" => @new.AsBoolean() == true ? "it is now deprecated" : "it is no longer deprecated",
        _ => $"{name} was {Word(old)} and is now {Word(@new)}",
    };

    private static string Word(PositionedElement value) => value.ValueKind == JsonValueKind.Undefined ? "not given" : Excerpt.Shorten(value.RawText.ReplaceLineEndings(" "), 60);
}
