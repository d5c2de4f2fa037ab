using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A place where two schemas are compared, and the list that collects the edits.</summary>
internal sealed record EditSite(Form Before, Form After, FormPath Path, List<Edit> Edits)
{
    public void Add(string keyword, Change change, string message, Func<Form, Form, Form> take) =>
        Add(keyword, change, message, take, PlaceOf(Before, keyword), PlaceOf(After, keyword));

    public void Add(
        string keyword, Change change, string message, Func<Form, Form, Form> take, Place before, Place after,
        params IReadOnlyList<string> properties) =>
        Edits.Add(new Edit(keyword, change, Path, Subject + message, before, after) { Take = take, Properties = properties });

    public void Count(
        string keyword, BigInteger? before, BigInteger? after, int? absent, string what, bool isLower, Func<Form, Form, Form> take)
    {
        if (before == after)
            return;
        var change = before == absent
            ? Change.Added
            : after == absent ? Change.Removed : after > before == isLower ? Change.Tightened : Change.Loosened;

        // The default of minContains is 1, so adding a 0 loosens the schema.
        if (keyword == "minContains")
            change = after > before ? Change.Tightened : Change.Loosened;
        Add(keyword, change, $"{what}: {Word(before)} before, {Word(after)} now", take);

        static string Word(BigInteger? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "not limited";
    }

    /// <summary>The place within the value, as the beginning of a sentence.</summary>
    public string Subject => EditWords.Subject(Path);

    // A keyword may have another spelling in the document; an absent one is located at its schema.
    private static Place PlaceOf(Form form, string keyword)
    {
        if (form.Places.TryGetValue(keyword, out var place))
            return place;
        var spelling = keyword switch
        {
            "const" => "enum",
            "enum" => "const",
            "exclusiveMinimum" => "minimum",
            "exclusiveMaximum" => "maximum",
            "minimum" => "exclusiveMinimum",
            "maximum" => "exclusiveMaximum",
            "dependentRequired" or "dependentSchemas" => "dependencies",
            "prefixItems" => "items",
            "items" => "additionalItems",
            _ => keyword,
        };
        return form.Places.TryGetValue(spelling, out place)
            ? place
            : form.Place.Element.ValueKind == JsonValueKind.Undefined ? default : form.Place;
    }
}
