using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Schemas.Edits;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts;

/// <summary>Compares two JSON Schemas: does one accept every value that the other one accepts?</summary>
/// <remarks>
/// <c>$schema</c> names the draft of a schema; the default is draft 2020-12. A schema with <c>"nullable": true</c> accepts null, and
/// <c>format</c> does not decide which values are accepted. References lead to places in the same schema, and nothing is fetched.
/// </remarks>
public static class SchemaDiff
{
    /// <summary>Finds the edits between two schemas and proves whether each value that was accepted before is still accepted.</summary>
    /// <param name="before">The earlier schema: an object or a boolean. Its values must stay accepted.</param>
    /// <param name="after">The later schema. To ask the opposite question, exchange both.</param>
    /// <param name="options">How to compare the schemas, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the comparison.</param>
    /// <returns>
    /// The verdict, and each edit with its own. The work is bounded. It is counted, not timed, so the same schemas and options always give
    /// the same result. If one of two different schemas cannot be compiled, the verdict is <see cref="Verdict.Unproven"/>.
    /// </returns>
    /// <exception cref="ArgumentException">An element is undefined, as <c>default(JsonElement)</c> is.</exception>
    /// <exception cref="ObjectDisposedException">The document of an element is disposed.</exception>
    /// <exception cref="OperationCanceledException">The comparison was canceled.</exception>
    public static SchemaDiffResult Compare(
        JsonElement before, JsonElement after, SchemaDiffOptions? options = null, CancellationToken cancellation = default)
    {
        var (was, now) = (TextOf(before, nameof(before)), TextOf(after, nameof(after)));
        cancellation.ThrowIfCancellationRequested();
        if (was.AsSpan().SequenceEqual(now))
            return new SchemaDiffResult([]);
        var domain = options?.ObjectsOnly == true ? ValueKinds.Object : ValueKinds.All;
        if (!TryRead(was, "old", domain, cancellation, out var sourceBefore, out var problem)
            || !TryRead(now, "new", domain, cancellation, out var sourceAfter, out problem))
            return new SchemaDiffResult([SchemaEdit.Of(SchemaComparison.Undecided(default, default, problem))]);
        var judged = SchemaComparison.Compare(sourceBefore, sourceAfter, Direction.Parameters, seed: 0, cancellation);
        return new SchemaDiffResult([.. judged.Select(SchemaEdit.Of)]);
    }

    private static byte[] TextOf(JsonElement schema, string name) => schema.ValueKind == JsonValueKind.Undefined
        ? throw new ArgumentException("Expected a JSON Schema, got an undefined element.", name)
        : JsonMarshal.GetRawUtf8Value(schema).ToArray();

    // The text of an element may be nested too deeply, or have comments.
    private static bool TryRead(
        byte[] text,
        string side,
        ValueKinds domain,
        CancellationToken cancellation,
        [NotNullWhen(true)] out SchemaSource? source,
        out string problem)
    {
        var root = PositionedJson.Parse(text, out var error, cancellation)?.Root ?? default;
        source = error is null ? new SchemaSource(root, root, "") { Domain = domain } : null;
        problem = $"the {side} schema cannot be read: {error?.Message}";
        return source is not null;
    }
}
