using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Reads a schema into its normal form. The engine must be able to compile the schema.</summary>
internal sealed class FormReader
{
    private const int Deepest = 256;

    // Names and declarations of schemas, and keywords that the reader applies with others.
    private static readonly HashSet<string> WithoutMeaning = new(StringComparer.Ordinal)
    {
        "id", "definitions", "nullable", "additionalItems",
    };

    private static readonly Literal Null = new(JsonValues.Parse("null"));

    private readonly SchemaDraft _draft;
    private readonly ReferenceFinder _references;
    private readonly Dictionary<(int, string, bool), Form> _read = [];
    private readonly Dictionary<(int, string, bool), RecursiveForm?> _open = [];

    private readonly MessageSchemas? _messages;

    private FormReader(PositionedElement document, SchemaDraft draft, MessageSchemas? messages) =>
        (_draft, _references, _messages) = (draft, new ReferenceFinder(document), messages);

    /// <summary>Reads a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document that references point into.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    /// <param name="draft">The draft of the schema.</param>
    /// <param name="messages">What requests or responses do not contain, or null.</param>
    public static Form Read(
        PositionedElement schema, PositionedElement document, string pointer, SchemaDraft draft, MessageSchemas? messages = null) =>
        new FormReader(document, draft, messages).Read(new Place(schema, pointer));

    private Form Read(Place place, bool isWatched = false) => Read(place, Form.NoNames, isWatched);

    /// <param name="place">The schema.</param>
    /// <param name="absent">The properties that are absent from its messages, as the schemas around it say.</param>
    /// <param name="isWatched">Whether a schema around it, for the same value, has an <c>unevaluated…</c> keyword.</param>
    private Form Read(Place place, ImmutableSortedSet<string> absent, bool isWatched)
    {
        var element = place.Element;
        var key = (element.ValueKind is JsonValueKind.Undefined ? -1 : element.Offset, string.Join('\n', absent), isWatched);
        if (element.ValueKind == JsonValueKind.True)
            return Form.Anything with { Place = place };
        if (element.ValueKind == JsonValueKind.False)
            return Form.Nothing with { Place = place };
        if (_read.TryGetValue(key, out var known))
            return known;
        if (_open.TryGetValue(key, out var open))
        {
            // Equal texts may refer to different schemas. Only the same place in the same document is the same schema.
            open ??= new RecursiveForm(
                _references.DocumentKey + "#" + place.Pointer + (absent.IsEmpty ? "" : "-" + key.Item2) + (isWatched ? "!" : ""));
            _open[key] = open;
            return new Form { Back = open, Place = place };
        }

        if (_open.Count >= Deepest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new UndecidedException(FormattableString.Invariant(
                $"the schema nests its subschemas and references more than {Deepest} levels deep"));
        _open.Add(key, null);
        var form = FormSimplifier.Simplify(ReadKeywords(place, absent, isWatched) with { IsWatched = isWatched });
        _open.Remove(key, out var cell);
        if (cell is not null)
            cell.Target = form;
        _read[key] = form;
        return form;
    }

    private Form ReadKeywords(Place place, ImmutableSortedSet<string> inherited, bool isWatched)
    {
        var element = place.Element;

        // Up to draft 7, siblings of a reference are ignored (draft-07 core, section 8.3).
        var references = _references.Of(element, _draft);
        var absent = _messages?.Names.In(element, inherited) ?? Form.NoNames;
        if (references is [var alone] && _draft <= SchemaDraft.Draft7)
        {
            var target = Follow(alone, place, absent, isWatched) with { Place = place };
            return _messages is null ? OrNull(target) : target;
        }

        isWatched |= _draft >= SchemaDraft.Draft201909
            && (element.TryGetProperty("unevaluatedProperties", out _) || element.TryGetProperty("unevaluatedItems", out _));
        var reading = new KeywordReading(this, place, _draft, absent, isWatched);
        var form = new Form { Place = place };
        var places = Form.NoPlaces.ToBuilder();
        foreach (var (name, value) in LastMembers(element))
        {
            form = reading.Apply(form, name, value);
            places.Add(name, place.Below(value, name));
        }

        form = reading.Complete(form) with { Places = places.ToImmutable() };
        return OrNull(form with { AllOf = [.. form.AllOf, .. references.Select(target => Follow(target, place, absent, isWatched))] });
    }

    /// <summary>The members of an object by name. Of members with the same name, the last one counts.</summary>
    public static Dictionary<string, PositionedElement> LastMembers(PositionedElement element)
    {
        var members = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }

    // A nullable schema accepts null whatever its other keywords say. Only those that apply to every kind of value can say anything.
    // Version 3.0 of OpenAPI adds null to the type and to nothing else.
    private Form OrNull(Form form)
    {
        var is30 = _messages?.Dialect.IsVersion30 == true;
        if (is30 ? !_messages!.Dialect.IsNullable(form.Place.Element) : form.Place.Element["nullable"].AsBoolean() != true)
            return form;
        if (form.HasGeneralParts && !is30)
        {
            return new Form
            {
                AnyOf = [form, new Form { Kinds = ValueKinds.Null, Place = form.Place }],
                Annotations = form.Annotations,
                Places = form.Places,
                Place = form.Place,
            };
        }

        return form with
        {
            Kinds = form.Kinds | ValueKinds.Null,
            Values = form.Values is { } values ? Sorted(values.Add(Null)) : null,
        };
    }

    private static ImmutableArray<Literal> Sorted(IEnumerable<Literal> values) =>
        [.. values.DistinctBy(value => value.Key).OrderBy(value => value.Key, StringComparer.Ordinal)];

    private Form Follow(Place target, Place from, ImmutableSortedSet<string> absent, bool isWatched)
    {
        if (target.Element.ValueKind == JsonValueKind.Undefined)
            return new Form { Back = new RecursiveForm("?" + from.Element.RawText), Place = from };
        return _messages?.Names.AreRequired(target.Element, absent.Except(_messages.Names.In(target.Element, Form.NoNames))) == true
            ? Read(target, absent, isWatched)
            : Read(target, isWatched);
    }

    /// <summary>Collects the keywords of one schema, including those that affect one another.</summary>
    private sealed class KeywordReading(
        FormReader reader, Place place, SchemaDraft draft, ImmutableSortedSet<string> absent, bool isWatched)
    {
        private Exact? _exclusiveMinimum;
        private Exact? _exclusiveMaximum;
        private bool _minimumIsExclusive;
        private bool _maximumIsExclusive;

        public Form Apply(Form form, string name, PositionedElement value) => name switch
        {
            _ when reader._messages?.Dialect.Ignores(name) == true => WithoutMeaning.Contains(name) || name.StartsWith('$')
                ? form
                : form with { Annotations = form.Annotations.SetItem(name, value) },
            "type" => Type(form, value),
            "enum" => Only(form, [.. value.EnumerateArray().Select(item => new Literal(item.ToJsonElement()))]),
            "const" when draft >= SchemaDraft.Draft6 => Only(form, [new Literal(value.ToJsonElement())]),
            "minimum" => Number(value) is { } number ? form with { Minimum = new Bound(number, false) } : form,
            "maximum" => Number(value) is { } number ? form with { Maximum = new Bound(number, false) } : form,
            "exclusiveMinimum" => Exclusive(form, value, ref _exclusiveMinimum, ref _minimumIsExclusive),
            "exclusiveMaximum" => Exclusive(form, value, ref _exclusiveMaximum, ref _maximumIsExclusive),
            "multipleOf" => form with { MultipleOf = Number(value) },
            "minLength" => form with { MinLength = Count(value) ?? 0 },
            "maxLength" => form with { MaxLength = Count(value) },
            "pattern" => form with { Pattern = value.AsString() is { Length: > 0 } pattern ? pattern : null },
            "items" when draft >= SchemaDraft.Draft202012 || value.ValueKind != JsonValueKind.Array =>
                form with { Items = Child(value, name) },
            "items" => form with { Prefix = Children(value, name) },
            "additionalItems" when draft <= SchemaDraft.Draft201909 && place.Element["items"].ValueKind == JsonValueKind.Array =>
                form with { Items = Child(value, name) },
            "prefixItems" when draft >= SchemaDraft.Draft202012 => form with { Prefix = Children(value, name) },
            "contains" when draft >= SchemaDraft.Draft6 => form with { Contains = Child(value, name) },
            "minContains" when draft >= SchemaDraft.Draft201909 => form with { MinContains = Count(value) ?? 1 },
            "maxContains" when draft >= SchemaDraft.Draft201909 => form with { MaxContains = Count(value) },
            "minItems" => form with { MinItems = Count(value) ?? 0 },
            "maxItems" => form with { MaxItems = Count(value) },
            "uniqueItems" => form with { UniqueItems = value.AsBoolean() == true },
            "unevaluatedItems" when draft >= SchemaDraft.Draft201909 => form with { UnevaluatedItems = Child(value, name) },
            "properties" => form with { Properties = Named(value, name, absent) },
            "patternProperties" => form with { PatternProperties = Named(value, name) },
            "additionalProperties" => form with { Additional = Child(value, name) },
            "propertyNames" when draft >= SchemaDraft.Draft6 => form with { Names = Child(value, name) },
            "required" => form with { Required = Form.NoNames.Union(Texts(value)).Except(absent) },
            "minProperties" => form with { MinProperties = Count(value) ?? 0 },
            "maxProperties" => form with { MaxProperties = Count(value) },
            "dependentRequired" when draft >= SchemaDraft.Draft201909 => Dependencies(form, value, name),
            "dependentSchemas" when draft >= SchemaDraft.Draft201909 => Dependencies(form, value, name),
            "dependencies" => Dependencies(form, value, name),
            "allOf" => form with { AllOf = InPlace(value, name) },
            "anyOf" => form with { AnyOf = InPlace(value, name) },
            "oneOf" => form with { OneOf = InPlace(value, name) },
            "not" => form with { Not = Child(value, name) },
            "if" when draft >= SchemaDraft.Draft7 => form with { If = reader.Read(place.Below(value, name), isWatched) },
            "then" when draft >= SchemaDraft.Draft7 => form with { Then = reader.Read(place.Below(value, name), absent, isWatched) },
            "else" when draft >= SchemaDraft.Draft7 => form with { Else = reader.Read(place.Below(value, name), absent, isWatched) },
            "unevaluatedProperties" when draft >= SchemaDraft.Draft201909 => form with { UnevaluatedProperties = Child(value, name) },
            _ when WithoutMeaning.Contains(name) || name.StartsWith('$') => form,

            // Keywords that the draft does not have are annotations (JSON Schema 2020-12 core, section 6.5).
            _ => form with { Annotations = form.Annotations.SetItem(name, value) },
        };

        public Form Complete(Form form)
        {
            if (_minimumIsExclusive && form.Minimum is { } minimum)
                form = form with { Minimum = minimum with { IsExclusive = true } };
            if (_maximumIsExclusive && form.Maximum is { } maximum)
                form = form with { Maximum = maximum with { IsExclusive = true } };
            if (_exclusiveMinimum is { } above && (form.Minimum is not { } least || above.Compare(least.Value) >= 0))
                form = form with { Minimum = new Bound(above, true) };
            if (_exclusiveMaximum is { } below && (form.Maximum is not { } most || below.Compare(most.Value) <= 0))
                form = form with { Maximum = new Bound(below, true) };
            return form;
        }

        private static Form Type(Form form, PositionedElement value)
        {
            var kinds = value.ValueKind == JsonValueKind.Array
                ? value.EnumerateArray().Aggregate(ValueKinds.None, (all, item) => all | ValueKindTable.OfName(item.AsString()))
                : ValueKindTable.OfName(value.AsString());
            return form with { Kinds = kinds };
        }

        private static Form Only(Form form, Literal[] values)
        {
            var wanted = form.Values is { } others ? values.Where(value => others.Contains(value)) : values;
            return form with { Values = Sorted(wanted) };
        }

        private static Form Exclusive(Form form, PositionedElement value, ref Exact? bound, ref bool flag)
        {
            flag = value.AsBoolean() == true;
            bound = Number(value);
            return form;
        }

        private Form Dependencies(Form form, PositionedElement value, string name)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (member.Value.ValueKind == JsonValueKind.Array)
                {
                    form = form with
                    {
                        DependentRequired = form.DependentRequired.SetItem(
                            Name(member), Form.NoNames.Union(Texts(member.Value)).Except(absent)),
                    };
                    continue;
                }

                var schema = reader.Read(place.Below(value, name).Below(member.Value, member.Name), isWatched);
                form = form with { DependentSchemas = form.DependentSchemas.SetItem(Name(member), schema) };
            }

            return form;
        }

        private Form Child(PositionedElement value, string name) => reader.Read(place.Below(value, name));

        private ImmutableArray<Form> Children(PositionedElement value, string name) =>
            Each(value, name, child => reader.Read(child));

        private ImmutableArray<Form> InPlace(PositionedElement value, string name) =>
            Each(value, name, child => reader.Read(child, absent, isWatched));

        private ImmutableArray<Form> Each(PositionedElement value, string name, Func<Place, Form> read)
        {
            var list = place.Below(value, name);
            return
            [
                .. value.EnumerateArray()
                    .Select((item, index) => read(list.Below(item, index.ToString(CultureInfo.InvariantCulture)))),
            ];
        }

        private ImmutableSortedDictionary<string, Form> Named(
            PositionedElement value, string name, ImmutableSortedSet<string>? absentNames = null)
        {
            var map = place.Below(value, name);
            var forms = Form.NoForms.ToBuilder();
            foreach (var member in value.EnumerateObject())
            {
                var below = map.Below(member.Value, member.Name);
                forms[Name(member)] = absentNames?.Contains(member.Name) == true
                    ? reader._messages!.Absent with { Access = reader._messages.AbsentAccess, Place = below }
                    : reader.Read(below);
            }

            return forms.ToImmutable();
        }

        private static Exact? Number(PositionedElement value) =>
            value.ValueKind != JsonValueKind.Number ? null
            : Exact.TryParse(value.RawText, out var number) ? number
            : throw new UndecidedException(Literal.UnknownNumber);

        private static BigInteger? Count(PositionedElement value) => Number(value)?.Floor();

        private static IEnumerable<string> Texts(PositionedElement value) =>
            value.EnumerateArray().Select(item => item.AsString()).OfType<string>().Select(Known);

        private static string Name(PositionedElement.Member member) => Known(member.Name);

        // The reader of JSON puts U+FFFD in the place of half of a surrogate pair.
        private static string Known(string name) =>
            name.Contains('\uFFFD', StringComparison.Ordinal) ? throw new UndecidedException(Literal.HalfPair) : name;
    }
}
