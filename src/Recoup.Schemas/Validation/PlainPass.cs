using System.Buffers;
using System.Text.Json;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Validation;

/// <summary>
/// The common case of <see cref="ObjectAssertion"/>, for an evaluation without reports and marks: there are no patterns, names are not
/// checked, and presence is about the first 64 slots. A value, so that a schema has what the check reads without a reference to follow.
/// </summary>
internal readonly struct PlainPass(Utf8Table<PropertyCheck> table, SchemaNode? additional, PresenceAssertion[] presence)
{
    private readonly Utf8Table<PropertyCheck> _table = table;

    /// <summary>The slots of the required properties as bits.</summary>
    private readonly ulong _required = RequiredBits(presence);

    /// <summary>The schema of properties that the table does not have, or its target if it is only a reference.</summary>
    private readonly SchemaNode? _additional = additional?.Target;

    /// <summary>False for the default value.</summary>
    public bool Exists { get; } = true;

    /// <summary>Checks an object. Charges a step for each property.</summary>
    public bool Check(JsonElement instance, ref Evaluation run)
    {
        var seen = 0UL;
        var count = 0;
        var valid = true;
        foreach (var property in instance.EnumerateObject())
        {
            count++;
            var name = Utf8Json.RawName(property);
            var place = _table.IndexOf(name);
            if (place < 0)
                place = IndexOfEscaped(name);
            if (place < 0)
            {
                valid = _additional is null || _additional.Evaluate(property.Value, ref run);
            }
            else
            {
                ref var check = ref _table[place];
                seen |= check.Bit;
                valid = SchemaNode.IsValidByKind(check.ValidKinds, property.Value, out var kind)
                    || check.Node!.EvaluateRest(property.Value, kind, ref run);
            }

            if (!valid)
                break;
        }

        run.ChargePass(count);
        return valid && (seen & _required) == _required;
    }

    private int IndexOfEscaped(ReadOnlySpan<byte> name)
    {
        if (name.IndexOf((byte)'\\') < 0)
            return -1;
        var buffer = ArrayPool<byte>.Shared.Rent(name.Length);
        var place = _table.IndexOf(buffer.AsSpan(0, JsonEscapes.Decode(name, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return place;
    }

    private static ulong RequiredBits(PresenceAssertion[] presence)
    {
        var bits = 0UL;
        foreach (var assertion in presence)
            bits |= assertion.RequiredSlots ?? 0;
        return bits;
    }
}
