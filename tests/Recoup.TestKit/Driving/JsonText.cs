using System.Globalization;
using System.Text;
using Recoup.Catalogs.Json;

namespace Recoup.Tests.Driving;

/// <summary>
/// JSON as text: an object may repeat a name, and a string may contain an unpaired surrogate. The readers and writers of the framework
/// reject both.
/// </summary>
internal abstract record JsonText
{
    public static readonly JsonText True = new Raw("true");
    public static readonly JsonText False = new Raw("false");
    public static readonly JsonText Null = new Raw("null");

    public static JsonText Of(string value) => new Text(value);

    public static JsonText Of(bool value) => value ? True : False;

    public static JsonText Parse(string json) => new Raw(json);

    public static JsonText Array(IEnumerable<JsonText> items) => new List([.. items]);

    public static Map Object(params (string Name, JsonText Value)[] members) => new([.. members]);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    /// <summary>Returns smaller variants of this JSON, the smallest first.</summary>
    public abstract IEnumerable<JsonText> Smaller();

    /// <summary>Returns the JSON pointer of each value and the index of its first character, in the order of the text.</summary>
    public virtual IEnumerable<(string Pointer, int Start)> Places() => [("", 0)];

    protected abstract void Write(StringBuilder text);

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair)
                text.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }

    private static IEnumerable<string> Shorter(string value)
    {
        if (value.Length > 1)
        {
            yield return value[..(value.Length / 2)];
            yield return value[(value.Length / 2)..];
        }

        if (value.Length is > 0 and <= 12)
        {
            for (var i = 0; i < value.Length; i++)
                yield return value.Remove(i, 1);
        }
    }

    /// <summary>Any JSON, copied as text.</summary>
    public sealed record Raw(string Json) : JsonText
    {
        public override IEnumerable<JsonText> Smaller() => [];

        protected override void Write(StringBuilder text) => text.Append(Json);
    }

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : JsonText
    {
        public override IEnumerable<JsonText> Smaller() => Shorter(Value).Select(Of);

        protected override void Write(StringBuilder text) => Quote(text, Value);
    }

    /// <summary>An array.</summary>
    public sealed record List(IReadOnlyList<JsonText> Items) : JsonText
    {
        public override IEnumerable<JsonText> Smaller()
        {
            for (var i = 0; i < Items.Count; i++)
                yield return new List([.. Items.Take(i), .. Items.Skip(i + 1)]);
            for (var i = 0; i < Items.Count; i++)
            {
                foreach (var smaller in Items[i].Smaller())
                    yield return new List([.. Items.Take(i), smaller, .. Items.Skip(i + 1)]);
            }
        }

        public override IEnumerable<(string Pointer, int Start)> Places()
        {
            yield return ("", 0);
            var start = 1;
            for (var i = 0; i < Items.Count; i++)
            {
                foreach (var (pointer, below) in Items[i].Places())
                    yield return (string.Create(CultureInfo.InvariantCulture, $"/{i}{pointer}"), start + below);
                start += Items[i].ToString().Length + 1;
            }
        }

        protected override void Write(StringBuilder text)
        {
            text.Append('[');
            for (var i = 0; i < Items.Count; i++)
            {
                text.Append(i == 0 ? "" : ",");
                Items[i].Write(text);
            }

            text.Append(']');
        }
    }

    /// <summary>An object, which may contain a name twice.</summary>
    public sealed record Map(IReadOnlyList<(string Name, JsonText Value)> Members) : JsonText
    {
        public Map With(IEnumerable<(string Name, JsonText Value)> members) => new([.. Members, .. members]);

        public override IEnumerable<JsonText> Smaller()
        {
            for (var i = 0; i < Members.Count; i++)
                yield return new Map([.. Members.Take(i), .. Members.Skip(i + 1)]);
            for (var i = 0; i < Members.Count; i++)
            {
                var (name, value) = Members[i];
                foreach (var smaller in value.Smaller())
                    yield return new Map([.. Members.Take(i), (name, smaller), .. Members.Skip(i + 1)]);
                foreach (var shorter in Shorter(name))
                    yield return new Map([.. Members.Take(i), (shorter, value), .. Members.Skip(i + 1)]);
            }
        }

        public override IEnumerable<(string Pointer, int Start)> Places()
        {
            yield return ("", 0);
            var start = 1;
            foreach (var (name, value) in Members)
            {
                var step = JsonPointer.Of(name);
                start += Of(name).ToString().Length + 1;
                foreach (var (pointer, below) in value.Places())
                    yield return (step + pointer, start + below);
                start += value.ToString().Length + 1;
            }
        }

        protected override void Write(StringBuilder text)
        {
            text.Append('{');
            for (var i = 0; i < Members.Count; i++)
            {
                text.Append(i == 0 ? "" : ",");
                Quote(text, Members[i].Name);
                text.Append(':');
                Members[i].Value.Write(text);
            }

            text.Append('}');
        }
    }
}
