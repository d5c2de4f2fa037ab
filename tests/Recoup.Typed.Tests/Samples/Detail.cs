using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Samples;

/// <summary>An open enum as the generator writes it.</summary>
[JsonConverter(typeof(ParameterJsonConverter))]
[SuppressMessage("Usage", "CA2225", Justification = "Generated code, which analyzers skip.")]
public readonly struct Detail : IOpenEnum<Detail>
{
    public static readonly Detail Full = new("full");

    private readonly string? _text;

    private Detail(string text) => _text = OpenEnum.Text(text);

    public static implicit operator Detail(string text) => new(text);

    public static bool operator ==(Detail left, Detail right) => left._text == right._text;

    public static bool operator !=(Detail left, Detail right) => left._text != right._text;

    public override bool Equals(object? obj) => obj is Detail other && other == this;

    public override int GetHashCode() => OpenEnum.Hash(_text);

    public override string? ToString() => _text;
}
