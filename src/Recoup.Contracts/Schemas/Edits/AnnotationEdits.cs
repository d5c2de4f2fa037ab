using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;
using MemberAccess = Recoup.Binding.Types.MemberAccess;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Annotations: they do not decide which values are accepted, but may change the behavior.</summary>
internal static class AnnotationEdits
{
    public static void Find(Form before, Form after, FormPath path, List<Edit> edits)
    {
        foreach (var name in before.Annotations.Keys.Union(after.Annotations.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (inBefore, inAfter) = (before.Annotations.TryGetValue(
                name, out var valueBefore), after.Annotations.TryGetValue(name, out var valueAfter));
            // A keyword that only one of the two drafts has may mean something on the other side. Its own edit says what.
            if ((IsFlag(name) && (valueBefore.AsBoolean() == true) == (valueAfter.AsBoolean() == true))
                || (inBefore && inAfter && IsSame(valueBefore, valueAfter))
                || (inBefore != inAfter && (inBefore ? after : before).Places.ContainsKey(name))
                || (name is "example" or "examples" && Examples(before).SetEquals(Examples(after))))
                continue;
            var change = !inBefore ? Change.Added : !inAfter ? Change.Removed : Change.Changed;
            edits.Add(new Edit(
                name, change, path, EditWords.Subject(path) + Message(name, valueBefore, valueAfter), PlaceOf(before, name, valueBefore),
                 PlaceOf(after, name, valueAfter)));
        }
    }

    /// <summary>Finds whether a property is in the compared messages on one side only.</summary>
    public static void FindAccess(Form before, Form after, FormPath path, List<Edit> edits)
    {
        if (before.Access == after.Access)
            return;
        var (isAbsent, access) = after.Access == MemberAccess.Both ? (false, before.Access) : (true, after.Access);
        var (keyword, messages) = access == MemberAccess.Response ? ("readOnly", "requests") : ("writeOnly", "responses");
        edits.Add(new Edit(
            keyword,
            isAbsent ? Change.Added : Change.Removed,
            path,
            $"{EditWords.Subject(path)}{keyword} was {Word(!isAbsent)} and is now {Word(isAbsent)}: "
                + (isAbsent ? $"{messages} no longer contain it" : $"{messages} may now contain it"),
            before.Place,
            after.Place));

        static string Word(bool flag) => flag ? "true" : "false";
    }

    private static bool IsSame(PositionedElement before, PositionedElement after) =>
        before == after || CanonicalJson.Of(before.ToJsonElement()) == CanonicalJson.Of(after.ToJsonElement());

    // An absent flag is false.
    private static bool IsFlag(string name) => name is "deprecated" or "readOnly" or "writeOnly";

    // OpenAPI 3.0 has 'example', and JSON Schema has a list of them.
    private static HashSet<string> Examples(Form form)
    {
        var examples = new HashSet<string>(StringComparer.Ordinal);
        if (form.Annotations.TryGetValue("example", out var one))
            examples.Add(CanonicalJson.Of(one.ToJsonElement()));
        if (form.Annotations.TryGetValue("examples", out var list))
            examples.UnionWith(list.EnumerateArray().Select(item => CanonicalJson.Of(item.ToJsonElement())));
        return examples;
    }

    private static Place PlaceOf(Form form, string name, PositionedElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? form.Place : form.PlaceOf(name);

    private static string Message(string name, PositionedElement before, PositionedElement after) => name switch
    {
        "description" => "the description has changed",
        "deprecated" => after.AsBoolean() == true ? "it is now deprecated" : "it is no longer deprecated",
        _ => $"{name} was {Word(before)} and is now {Word(after)}",
    };

    private static string Word(PositionedElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "not given" : Excerpt.Shorten(value.RawText.ReplaceLineEndings(" "), 60);
}
