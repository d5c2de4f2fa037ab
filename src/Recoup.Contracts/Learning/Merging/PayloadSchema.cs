using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Learning.Shapes;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Proofs;
using Recoup.Schemas;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>
/// The schema of a payload in a file of result schemas. Formats count: a schema that demands a date does not accept another string.
/// </summary>
internal sealed class PayloadSchema
{
    private const string Limit = "(limit)";

    private static readonly Uri DocumentUri = new("recoup:/result");

    private readonly PositionedElement _whole;
    private readonly JsonSchema _compiled;

    private PayloadSchema(PositionedElement whole, JsonSchema compiled) => (_whole, _compiled) = (whole, compiled);

    /// <summary>The schema as it is written: of the payload, or of the envelope.</summary>
    public PositionedElement Whole => _whole;

    /// <summary>Compiles a schema.</summary>
    /// <param name="whole">The schema as it is written.</param>
    /// <param name="problem">The first problem; empty if the schema was compiled.</param>
    public static PayloadSchema? Compile(PositionedElement whole, out string problem)
    {
        var options = new JsonSchemaOptions
        {
            AssertFormat = true,
            HonorNullable = true,
            Documents = new Dictionary<Uri, JsonElement> { [DocumentUri] = whole.ToJsonElement() },
        };
        var schema = JsonSerializer.SerializeToElement($"{DocumentUri}#{PayloadPlace.Of(whole)}", JsonTypes.Default.String);
        using var reference = JsonDocument.Parse($$"""{"$ref":{{schema.GetRawText()}}}""");
        var compiles = JsonSchema.TryParse(reference.RootElement, options, out var compiled, out var problems);
        problem = compiles ? "" : problems[0].ToString()!;
        return compiles ? new PayloadSchema(whole, compiled!) : null;
    }

    public bool Accepts(JsonElement payload) => _compiled.IsValid(payload);

    /// <summary>Collects what the schema must accept so that it accepts a payload.</summary>
    /// <param name="payload">A payload that the schema rejects.</param>
    /// <param name="shape">The shape of all payloads.</param>
    /// <param name="demands">The set that is added to.</param>
    /// <exception cref="WideningException">A keyword cannot be widened.</exception>
    public void Collect(JsonElement payload, Shape shape, ISet<Demand> demands)
    {
        var violations = _compiled.Validate(payload).Violations;
        foreach (var violation in violations.Where(violation => violation.Keyword != Limit))
            Collect(violation, payload, shape, demands);
        if (violations.All(violation => violation.Keyword == Limit))
            throw new WideningException("", "a recorded payload is too large to be checked");
    }

    /// <summary>Whether a later schema accepts all that an earlier one accepts, proved by structure.</summary>
    public static bool Includes(PositionedElement earlier, PositionedElement later, CancellationToken cancellation)
    {
        try
        {
            var judge = new FormJudge(new Effort(cancellation));
            return new Prover(judge).Includes(FormOf(earlier), FormOf(later));
        }
        catch (UndecidedException)
        {
            return false;
        }
    }

    private static Form FormOf(PositionedElement schema) =>
        new SchemaSource(schema, schema, "") is var source && source.TryCompile(out var compiled, out _)
            ? source.ToForm(compiled!.Draft)
            : throw new UndecidedException("the schema cannot be compiled");

    private void Collect(Violation violation, JsonElement payload, Shape shape, ISet<Demand> demands)
    {
        if (violation.Keyword == Limit)
            return;
        var pointer = PointerOf(violation);
        if (IsAboutNames(pointer))
            throw new WideningException(pointer, "'propertyNames' is about names, which are not learned");
        var place = SeenPlace.Find(payload, shape, violation.InstanceLocation);
        if (violation.Keyword == "anyOf" && violation.Causes.Count > 0)
        {
            foreach (var value in place.Values)
                CollectBranch(violation, pointer, value, place, demands, cause => Collect(cause, payload, shape, demands));
            return;
        }

        void Add(string detail) =>
            demands.Add(new Demand(pointer, violation.Keyword, place.Path, detail) { Seen = place.Seen, Name = place.Name });

        switch (violation.Keyword)
        {
            case "required":
                foreach (var name in Element(pointer).EnumerateArray().Select(name => name.AsString()).OfType<string>())
                {
                    if (place.Values.Any(value => value.ValueKind == JsonValueKind.Object && !SeenPlace.Has(value, name)))
                        Add(name);
                }

                break;
            case "enum" or "const":
                foreach (var value in place.Values)
                    Add(DetailOf(value, place.Seen));
                break;
            case "additionalProperties" or "unevaluatedProperties":
                Add(place.IsData ? "" : place.Name);
                break;
            default:
                Add("");
                break;
        }
    }

    private static bool IsAboutNames(string pointer)
    {
        var steps = JsonPointer.Parse(pointer) ?? [];
        return steps.Where((step, i) => step == "propertyNames"
            && (i == 0 || steps[i - 1] is not ("properties" or "patternProperties" or "$defs" or "definitions"))).Any();
    }

    // A value is listed in an enum only if few values were seen, and none of them is data.
    private static string DetailOf(JsonElement value, Shape seen) => value.ValueKind switch
    {
        JsonValueKind.String when seen.Text?.Values is not null => value.GetRawText(),
        JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    /// <summary>Widens the branch that describes values of this kind and differs least, or demands a branch for the kind.</summary>
    private void CollectBranch(
        Violation violation, string pointer, JsonElement value, SeenPlace place, ISet<Demand> demands, Action<Violation> collect)
    {
        var branches = violation.Causes
            .GroupBy(cause => BranchOf(cause, violation), StringComparer.Ordinal)
            .Where(branch => branch.All(cause => cause.InstanceLocation != violation.InstanceLocation || IsOfKind(cause, value)))
            .OrderBy(branch => branch.Count())
            .ThenBy(branch => branch.Key.Length)
            .ThenBy(branch => branch.Key, StringComparer.Ordinal)
            .ToList();
        if (branches.Count == 0)
        {
            demands.Add(new Demand(pointer, "anyOf", place.Path, TypeOf(value, place.Seen)) { Seen = place.Seen, Name = place.Name });
            return;
        }

        foreach (var cause in branches[0])
            collect(cause);
    }

    private static string BranchOf(Violation cause, Violation whole)
    {
        var rest = cause.KeywordLocation[(whole.KeywordLocation.Length + 1)..];
        return rest[..(rest.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? end : rest.Length)];
    }

    private bool IsOfKind(Violation cause, JsonElement value)
    {
        var element = Element(PointerOf(cause));
        return cause.Keyword switch
        {
            _ when element.ValueKind == JsonValueKind.False => false,
            "type" => value.ValueKind == JsonValueKind.Number && element.RawText.Contains("\"integer\"", StringComparison.Ordinal),
            "const" => element.ValueKind == value.ValueKind,
            "enum" => element.EnumerateArray().Select(item => item.ValueKind).Contains(value.ValueKind),
            _ => true,
        };
    }

    private static string TypeOf(JsonElement value, Shape seen) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => (seen.Kinds & (ShapeKinds.Fraction | ShapeKinds.Anything)) == 0 ? "integer" : "number",
        _ => "boolean",
    };

    private PositionedElement Element(string pointer) => _whole.TryResolve(pointer, out var element) ? element : default;

    private static string PointerOf(Violation violation)
    {
        var (resource, fragment) = violation.SchemaLocation.IndexOf('#', StringComparison.Ordinal) is var at and >= 0
            ? (violation.SchemaLocation[..at], violation.SchemaLocation[(at + 1)..])
            : (violation.SchemaLocation, "");
        return resource == DocumentUri.ToString()
            ? Uri.UnescapeDataString(fragment)
            : throw new WideningException(violation.KeywordLocation, $"it stands in a schema with its own '$id', {resource}");
    }
}
