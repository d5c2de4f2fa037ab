using System.Collections.Immutable;
using System.Numerics;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using MemberAccess = Recoup.Binding.Types.MemberAccess;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// A schema in normal form: equivalent spellings look alike, references are resolved, and annotations are kept apart. A part without
/// constraints is absent.
/// </summary>
internal sealed record Form
{
    public static ImmutableSortedDictionary<string, Form> NoForms { get; } =
        ImmutableSortedDictionary.Create<string, Form>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, Place> NoPlaces { get; } =
        ImmutableSortedDictionary.Create<string, Place>(StringComparer.Ordinal);

    public static ImmutableSortedSet<string> NoNames { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static Form Anything { get; } = new();

    public static Form Nothing { get; } = new() { Kinds = ValueKinds.None };

    // Any instance
    public ValueKinds Kinds { get; init; } = ValueKinds.All;

    /// <summary>The allowed values, sorted and distinct; null if any value is allowed.</summary>
    public ImmutableArray<Literal>? Values { get; init; }

    // Numbers
    public Bound? Minimum { get; init; }

    public Bound? Maximum { get; init; }

    public Exact? MultipleOf { get; init; }

    // Strings
    public BigInteger MinLength { get; init; }

    public BigInteger? MaxLength { get; init; }

    public string? Pattern { get; init; }

    // Arrays
    public ImmutableArray<Form> Prefix { get; init; } = [];

    public Form? Items { get; init; }

    public Form? Contains { get; init; }

    public BigInteger MinContains { get; init; } = 1;

    public BigInteger? MaxContains { get; init; }

    public BigInteger MinItems { get; init; }

    public BigInteger? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    public Form? UnevaluatedItems { get; init; }

    // Objects
    public ImmutableSortedDictionary<string, Form> Properties { get; init; } = NoForms;

    public ImmutableSortedDictionary<string, Form> PatternProperties { get; init; } = NoForms;

    public Form? Additional { get; init; }

    public Form? Names { get; init; }

    public ImmutableSortedSet<string> Required { get; init; } = NoNames;

    public BigInteger MinProperties { get; init; }

    public BigInteger? MaxProperties { get; init; }

    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> DependentRequired { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Form> DependentSchemas { get; init; } = NoForms;

    public Form? UnevaluatedProperties { get; init; }

    // Schemas of schemas
    public ImmutableArray<Form> AllOf { get; init; } = [];

    public ImmutableArray<Form> AnyOf { get; init; } = [];

    public ImmutableArray<Form> OneOf { get; init; } = [];

    public Form? Not { get; init; }

    public Form? If { get; init; }

    public Form? Then { get; init; }

    public Form? Else { get; init; }

    /// <summary>A reference back to an enclosing schema.</summary>
    public RecursiveForm? Back { get; init; }

    /// <summary>The kinds that the document names, if the form stands for texts of more kinds.</summary>
    public ValueKinds? WrittenKinds { get; init; }

    /// <summary>
    /// The messages that contain the value, if others do not: the property is described, but never in the compared messages.
    /// </summary>
    public MemberAccess Access { get; init; }

    // Annotations and places
    public ImmutableSortedDictionary<string, PositionedElement> Annotations { get; init; } =
        ImmutableSortedDictionary.Create<string, PositionedElement>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Place> Places { get; init; } = NoPlaces;

    public Place Place { get; init; }

    /// <summary>Whether the form obviously accepts no value.</summary>
    public bool IsNothing => Kinds == ValueKinds.None || Values is { Length: 0 };

    /// <summary>Whether the form obviously accepts every value.</summary>
    public bool IsAnything => Kinds == ValueKinds.All && Key == Anything.Key;

    /// <summary>Identifies the constraints: forms with the same constraints have the same key, whatever their annotations.</summary>
    public string Key
    {
        get
        {
            if (_key is not { } known || !ReferenceEquals(known.Owner, this))
                _key = known = (this, FormKey.Of(this));
            return known.Key;
        }
    }

    /// <summary>Whether the form has a part that applies to values of every kind.</summary>
    public bool HasGeneralParts =>
        AllOf.Length > 0 || AnyOf.Length > 0 || OneOf.Length > 0 || Not is not null || If is not null || Back is not null;

    /// <summary>Whether the form has an <c>unevaluated…</c> keyword.</summary>
    public bool HasMarks => UnevaluatedItems is not null || UnevaluatedProperties is not null;

    /// <summary>
    /// Whether a schema around the form, for the same value, has an <c>unevaluated…</c> keyword. Then what the form evaluates counts, also
    /// where it demands nothing.
    /// </summary>
    public bool IsWatched { get; init; }

    /// <summary>The same form without its <c>unevaluated…</c> keywords.</summary>
    public Form Unmarked => this with { UnevaluatedItems = null, UnevaluatedProperties = null };

    /// <summary>The place of a keyword, or of the schema if the keyword is absent.</summary>
    public Place PlaceOf(string keyword) => Places.TryGetValue(keyword, out var place) ? place : Place;

    public bool Equals(Form? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // A copy made by "with" carries the key of the original; the owner tells the two apart.
    private (Form Owner, string Key)? _key;
}
