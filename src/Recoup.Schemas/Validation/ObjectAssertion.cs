using System.Buffers;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>
/// Checks all properties of an object in one pass: properties, patternProperties, additionalProperties and propertyNames. Assertions about
/// presence are checked after the pass.
/// </summary>
internal sealed class ObjectAssertion(
    SchemaSource source,
    string keyword,
    Utf8Table<PropertyCheck> table,
    (EcmaPattern Pattern, SchemaNode Node, string Text)[] patterns,
    SchemaNode? additional,
    SchemaNode? names,
    PresenceAssertion[] presence,
    int slots) : Assertion(source, keyword)
{
    private const int MostWordsOnStack = 32;

    private readonly bool _looksAtNames = patterns.Length > 0 || names is not null;

    public (EcmaPattern Pattern, SchemaNode Node, string Text)[] Patterns => patterns;

    /// <summary>The same check for an evaluation without reports and marks, if a plain pass can do it.</summary>
    public PlainPass Plain { get; private set; }

    public PropertyEntry? Find(string name) => table.TryFind(Wtf8Text.Encode(name), out var check) ? check.Entry : null;

    public SchemaNode? Additional => additional;

    public SchemaNode? Names => names;

    public PresenceAssertion[] Presence => presence;

    public override int Weight => presence.Length / 4;

    public override IEnumerable<SchemaNode> InPlace => presence.SelectMany(assertion => assertion.InPlace);

    public override CheckCost Cost => CheckCost.Pass;

    public override void Link()
    {
        foreach (var place in table.Places)
            table[place].Link();

        var isPlain = !_looksAtNames && slots <= 64
            && Array.TrueForAll(presence, assertion => assertion.RequiredSlots is not null)
            && !table.Places.Any(place => Array.IndexOf(table.NameAt(place), (byte)'\\') >= 0);
        if (isPlain)
            Plain = new PlainPass(table, additional, presence);
    }

    public override bool Check(JsonElement instance, ref Evaluation run) =>
        Plain.Exists && run.IsPlain ? Plain.Check(instance, ref run) : CheckAny(instance, ref run);

    private bool CheckAny(JsonElement instance, ref Evaluation run)
    {
        var words = (slots + 63) / 64;
        var rented = words > MostWordsOnStack ? ArrayPool<ulong>.Shared.Rent(words) : null;
        scoped var seen = rented is null ? stackalloc ulong[words] : rented.AsSpan(0, words);
        seen.Clear();
        var valid = Pass(instance, seen, ref run);
        if (rented is not null)
            ArrayPool<ulong>.Shared.Return(rented);
        return valid;
    }

    private bool Pass(JsonElement instance, scoped Span<ulong> seen, ref Evaluation run)
    {
        var valid = true;
        var ordinal = 0;
        var marking = run.Marks.On;
        foreach (var property in instance.EnumerateObject())
        {
            run.Marks.On = false;
            var holds = CheckProperty(property, seen, ref run, out var evaluated);
            run.Marks.On = marking;
            if (marking && evaluated)
                run.Marks.Mark(ordinal);
            ordinal++;
            if (holds)
                continue;
            valid = false;
            if (run.Trace is null)
                break;
        }

        run.ChargePass(ordinal);
        if (!valid && run.Trace is null)
            return false;
        foreach (var assertion in presence)
        {
            if (assertion.Check(instance, seen, ref run))
                continue;
            valid = false;
            if (run.Trace is null)
                return false;
        }

        return valid;
    }

    private bool CheckProperty(JsonProperty property, scoped Span<ulong> seen, ref Evaluation run, out bool evaluated)
    {
        var name = Utf8Json.RawName(property);
        if (name.IndexOf((byte)'\\') < 0)
            return CheckProperty(name, property.Value, seen, ref run, out evaluated);

        // The name needs its own buffer, because checking the value can use all shared buffers.
        var buffer = ArrayPool<byte>.Shared.Rent(name.Length);
        var length = JsonEscapes.Decode(name, buffer);
        var valid = CheckProperty(buffer.AsSpan(0, length), property.Value, seen, ref run, out evaluated);
        ArrayPool<byte>.Shared.Return(buffer);
        return valid;
    }

    private bool CheckProperty(ReadOnlySpan<byte> name, JsonElement value, scoped Span<ulong> seen, ref Evaluation run, out bool evaluated)
    {
        var valid = true;
        evaluated = false;
        if (table.TryFind(name, out var check))
        {
            var entry = check.Entry;
            if (entry.Slot >= 0)
                seen[entry.Slot >> 6] |= 1UL << (entry.Slot & 63);
            if (entry.Node is { } node)
            {
                evaluated = true;
                valid = run.Trace is null ? node.Evaluate(value, ref run) : Follow(node, name, value, "properties", entry.Name, ref run);
            }
        }

        if (_looksAtNames && (valid || run.Trace is not null))
            valid &= CheckName(name, value, ref run, ref evaluated);

        if (additional is null || evaluated)
            return valid;

        evaluated = true;
        return (valid || run.Trace is not null)
            && (run.Trace is null
                ? additional.Evaluate(value, ref run)
                : Follow(additional, name, value, "additionalProperties", null, ref run))
            && valid;
    }

    private bool CheckName(ReadOnlySpan<byte> name, JsonElement value, ref Evaluation run, ref bool evaluated)
    {
        var valid = true;
        if (names is not null)
        {
            run.Name = name;
            valid = run.Apply(names, default, "propertyNames");
            run.Name = default;
        }

        foreach (var (pattern, node, text) in patterns)
        {
            if (!valid && run.Trace is null)
                return false;
            if (!run.Charge(this, 1))
                return false;
            if (!run.IsMatch(pattern, name, this))
                continue;

            // Each pattern that matches reads the value again.
            if (!run.Charge(this, Utf8Json.Length(value) / 256))
                return false;
            evaluated = true;
            valid &= run.Trace is null ? node.Evaluate(value, ref run) : Follow(node, name, value, "patternProperties", text, ref run);
        }

        return valid;
    }

    private static bool Follow(
        SchemaNode node, ReadOnlySpan<byte> name, JsonElement value, string keyword, string? key, ref Evaluation run)
    {
        var trace = run.Trace!;
        var instance = trace.PushInstance(JsonNames.FromUtf8(name));
        var keywords = trace.PushKeyword(keyword, key);
        var valid = node.Evaluate(value, ref run);
        trace.PopKeyword(keywords);
        trace.PopInstance(instance);
        return valid;
    }
}
