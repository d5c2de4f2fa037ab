using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Samples;

/// <summary>A class with a member of every type, as the generator writes it.</summary>
[JsonConverter(typeof(ParameterJsonConverter))]
public sealed class Person : IParameterObject<Person>
{
    private static readonly string[] Described =
    [
        "full_name", "age", "ratio", "detail", "target", "cell", "boss", "tags", "rows", "details", "nick", "extra", "photo", "born",
        "kind",
    ];

    public required string FullName { get; init; }

    public long? Age { get; init; }

    public double? Ratio { get; init; }

    public Detail? Detail { get; init; }

    public Target? Target { get; init; }

    public StringOrNumberOrBoolean? Cell { get; init; }

    public Person? Boss { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<IReadOnlyList<StringOrNumberOrBoolean?>>? Rows { get; init; }

    public IReadOnlyDictionary<string, Detail>? Details { get; init; }

    public Optional<string?> Nick { get; init; }

    public JsonNode? Extra { get; init; }

    public StagedFile? Photo { get; init; }

    public DateOnly? Born { get; init; }

    public IReadOnlyDictionary<string, long>? AdditionalProperties { get; init; }

    static Person IParameterObject<Person>.Read(ResponseElement json)
    {
        json.Constant("kind", """{ "of": "person" }""");
        return new()
        {
            FullName = json.Required("full_name").ReadString(),
            Age = json.OptionalValue("age", static json => json.ReadInteger()),
            Ratio = json.OptionalValue("ratio", static json => json.ReadNumber()),
            Detail = json.OptionalValue("detail", static json => json.ReadEnum<Detail>()),
            Target = json.OptionalValue("target", static json => json.ReadUnion<Target>()),
            Cell = json.OptionalValue("cell", static json => json.ReadScalar<StringOrNumberOrBoolean>()),
            Boss = json.Optional("boss", static json => json.ReadObject<Person>()),
            Tags = json.Optional("tags", static json => json.ReadArray(static json => json.ReadString())),
            Rows = json.Optional("rows", static json => json.ReadArray(static json => json.ReadArray(
                static json => json.ValueOrNull(static json => json.ReadScalar<StringOrNumberOrBoolean>())))),
            Details = json.Optional("details", static json => json.ReadMap(static json => json.ReadEnum<Detail>())),
            Nick = json.OptionalOrNull("nick", static json => json.ReadString()),
            Extra = json.Optional("extra", static json => json.ReadNode()!),
            Photo = json.Optional("photo", static json => json.ReadFileOrAddress()),
            Born = json.OptionalValue("born", static json => json.ReadDate()),
            AdditionalProperties = json.ReadOthers(static json => json.ReadInteger(), Described),
        };
    }

    void IParameterValue.WriteTo(CallWriter call)
    {
        call.StartObject()
            .Text("full_name", FullName).MinLength(FullName, 1)
            .Constant("kind", """{ "of": "person" }""")
            .OptionalInteger("age", Age).Minimum(Age, 0)
            .OptionalNumber("ratio", Ratio)
            .OptionalEnum("detail", Detail)
            .OptionalValue("target", Target)
            .OptionalValue("cell", Cell)
            .OptionalObject("boss", Boss)
            .OptionalTexts("tags", Tags).MaxItems(Tags, 3);
        if (Rows is { } rows)
        {
            call.Name("rows").StartArray();
            foreach (var row in rows)
            {
                call.Required(row).StartArray();
                foreach (var cell in row)
                    call.ValueItemOrNull(cell);
                call.EndArray();
            }

            call.EndArray();
        }

        if (Details is { } details)
        {
            call.Name("details").StartObject();
            foreach (var pair in details)
                call.Key(pair.Key).EnumItem(pair.Value);
            call.EndObject();
        }

        if (Nick.IsSet)
        {
            if (Nick.Value is { } nick)
                call.Text("nick", nick);
            else
                call.Null("nick");
        }

        call.OptionalAny("extra", Extra).OptionalFile("photo", Photo, true).OptionalDate("born", Born);
        foreach (var pair in AdditionalProperties ?? new Dictionary<string, long>())
            call.OtherKey(pair.Key, Described).Item(pair.Value);
        call.EndObject();
    }
}
