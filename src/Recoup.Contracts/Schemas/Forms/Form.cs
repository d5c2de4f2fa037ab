using System.Collections.Immutable;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// A schema in its normal form: one spelling for what means the same, references followed, annotations apart. A part that demands nothing
/// is absent.
/// </summary>
internal sealed record Form
{
    public static ImmutableSortedDictionary<string, Form> NoForms { get; } = ImmutableSortedDictionary.Create<string, Form>(StringComparer.Ordinal);

    public static ImmutableSortedSet<string> NoNames { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static Form Anything { get; } = new();

    public static Form Nothing { get; } = new() { Kinds = ValueKinds.None };

    // Any instance
    public ValueKinds Kinds { get; init; } = ValueKinds.All;

    /// <summary>The only values, sorted and each once; null for no such limit.</summary>
    public ImmutableArray<Literal>? Values { get; init; }

    // Numbers
    public Bound? Minimum { get; init; }

    public Bound? Maximum { get; init; }

    public Exact? MultipleOf { get; init; }

    // Strings
    public int MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    // Arrays
    public ImmutableArray<Form> Prefix { get; init; } = [];

    public Form? Items { get; init; }

    public Form? Contains { get; init; }

    public int MinContains { get; init; } = 1;

    public int? MaxContains { get; init; }

    public int MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    public Form? UnevaluatedItems { get; init; }

    // Objects
    public ImmutableSortedDictionary<string, Form> Properties { get; init; } = NoForms;

    public ImmutableSortedDictionary<string, Form> PatternProperties { get; init; } = NoForms;

    public Form? Additional { get; init; }

    public Form? Names { get; init; }

    public ImmutableSortedSet<string> Required { get; init; } = NoNames;

    public int MinProperties { get; init; }

    public int? MaxProperties { get; init; }

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

    /// <summary>A way back to a schema around this one.</summary>
    public RecursiveForm? Back { get; init; }

    // What it says to people, and where it stands
    public ImmutableSortedDictionary<string, PositionedElement> Annotations { get; init; } =
        ImmutableSortedDictionary.Create<string, PositionedElement>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Place> Places { get; init; } = ImmutableSortedDictionary.Create<string, Place>(StringComparer.Ordinal);

    public Place Place { get; init; }

    /// <summary>Whether no value satisfies it, by its looks.</summary>
    public bool IsNothing => Kinds == ValueKinds.None || Values is { Length: 0 };

    /// <summary>Whether every value satisfies it, by its looks.</summary>
    public bool IsAnything => Kinds == ValueKinds.All && Key == Anything.Key;

    /// <summary>A text that is equal for equal demands, whatever is said about them.</summary>
    public string Key
    {
        get
        {
            if (_key is not { } known || !ReferenceEquals(known.Owner, this))
                _key = known = (this, FormKey.Of(this));
            return known.Key;
        }
    }

    /// <summary>Whether it has a part that applies to values of every kind.</summary>
    public bool HasGeneralParts => AllOf.Length > 0 || AnyOf.Length > 0 || OneOf.Length > 0 || Not is not null || If is not null || Back is not null;

    /// <summary>Whether it says something of what nothing beside it evaluates.</summary>
    public bool HasMarks => UnevaluatedItems is not null || UnevaluatedProperties is not null;

    /// <summary>The same without a word of what nothing beside it evaluates.</summary>
    public Form Unmarked => this with { UnevaluatedItems = null, UnevaluatedProperties = null };

    /// <summary>The place of a keyword, or of the schema where the keyword is absent.</summary>
    public Place PlaceOf(string keyword) => Places.TryGetValue(keyword, out var place) ? place : Place;

    public bool Equals(Form? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // A copy made by "with" carries the original's, which is told by its owner.
    private (Form Owner, string Key)? _key;
}
