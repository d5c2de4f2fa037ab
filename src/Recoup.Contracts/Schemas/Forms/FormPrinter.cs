using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A form -> a schema of draft 2020-12 that the engine compiles. Shared parts are written under <c>$defs</c>.</summary>
internal sealed class FormPrinter
{
    private readonly Dictionary<Form, string> _shared = [];
    private readonly Queue<Form> _toWrite = new();

    public static JsonElement Print(Form form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1024 }))
            new FormPrinter().WriteRoot(json, form);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1024 });
        return document.RootElement.Clone();
    }

    private void WriteRoot(Utf8JsonWriter json, Form root)
    {
        FindShared(root);
        json.WriteStartObject();
        WriteMembers(json, root);
        if (_toWrite.Count > 0)
        {
            json.WriteStartObject("$defs");
            var written = new HashSet<Form>();
            while (_toWrite.TryDequeue(out var form))
            {
                if (!written.Add(form))
                    continue;
                json.WriteStartObject(_shared[form]);
                WriteMembers(json, form);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void FindShared(Form root)
    {
        var seen = new HashSet<Form>();
        var stack = new Stack<Form>([root]);
        while (stack.TryPop(out var form))
        {
            if (form.Back is { } back && !_shared.ContainsKey(back.Target))
                _shared.Add(back.Target, "s" + _shared.Count.ToString(CultureInfo.InvariantCulture));
            if (!seen.Add(form))
            {
                if (!_shared.ContainsKey(form) && !form.IsAnything && !form.IsNothing)
                    _shared.Add(form, "s" + _shared.Count.ToString(CultureInfo.InvariantCulture));
                continue;
            }

            foreach (var part in FormParts.Of(form))
                stack.Push(part);
            if (form.Back is { } cell)
                stack.Push(cell.Target);
        }
    }

    private void Write(Utf8JsonWriter json, Form form)
    {
        json.WriteStartObject();
        if (_shared.ContainsKey(form))
            Refer(json, form);
        else
            WriteMembers(json, form);
        json.WriteEndObject();
    }

    private void Refer(Utf8JsonWriter json, Form form)
    {
        json.WriteString("$ref", "#/$defs/" + _shared[form]);
        _toWrite.Enqueue(form);
    }

    private void WriteMembers(Utf8JsonWriter json, Form form)
    {
        if (form.Kinds == ValueKinds.None || form.Values is { Length: 0 })
        {
            json.WriteStartObject("not");
            json.WriteEndObject();
            return;
        }

        if (form.Back is { } back)
            Refer(json, back.Target);
        WriteGeneral(json, form);
        WriteNumbers(json, form);
        WriteArrays(json, form);
        WriteObjects(json, form);
    }

    private void WriteGeneral(Utf8JsonWriter json, Form form)
    {
        if (form.Kinds != ValueKinds.All)
        {
            json.WriteStartArray("type");
            foreach (var name in ValueKindTable.Names(form.Kinds))
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        if (form.Values is { } values)
        {
            json.WriteStartArray("enum");
            foreach (var value in values)
                value.Value.WriteTo(json);
            json.WriteEndArray();
        }

        WriteList(json, "allOf", form.AllOf, FractionsOnly(form));
        WriteList(json, "anyOf", form.AnyOf);
        WriteList(json, "oneOf", form.OneOf);
        WriteForm(json, "not", form.Not);
        WriteForm(json, "if", form.If);
        WriteForm(json, "then", form.Then);
        WriteForm(json, "else", form.Else);
        WriteCount(json, "minLength", form.MinLength == 0 ? null : form.MinLength);
        WriteCount(json, "maxLength", form.MaxLength);
        if (form.Pattern is { } pattern)
            json.WriteString("pattern", pattern);
    }

    // "number" accepts integers as well; only a split by kinds needs fractions alone.
    private static bool FractionsOnly(Form form) => (form.Kinds & ValueKinds.Number) == ValueKinds.Fraction;

    private static void WriteNumbers(Utf8JsonWriter json, Form form)
    {
        WriteNumber(json, form.Minimum is { IsExclusive: true } ? "exclusiveMinimum" : "minimum", form.Minimum?.Value);
        WriteNumber(json, form.Maximum is { IsExclusive: true } ? "exclusiveMaximum" : "maximum", form.Maximum?.Value);
        WriteNumber(json, "multipleOf", form.MultipleOf);
    }

    private void WriteArrays(Utf8JsonWriter json, Form form)
    {
        WriteList(json, "prefixItems", form.Prefix);
        WriteForm(json, "items", form.Items);
        WriteForm(json, "contains", form.Contains);
        WriteCount(json, "minContains", form.Contains is null || form.MinContains == 1 ? null : form.MinContains);
        WriteCount(json, "maxContains", form.MaxContains);
        WriteCount(json, "minItems", form.MinItems == 0 ? null : form.MinItems);
        WriteCount(json, "maxItems", form.MaxItems);
        if (form.UniqueItems)
            json.WriteBoolean("uniqueItems", true);
        WriteForm(json, "unevaluatedItems", form.UnevaluatedItems);
    }

    private void WriteObjects(Utf8JsonWriter json, Form form)
    {
        WriteMap(json, "properties", form.Properties);
        WriteMap(json, "patternProperties", form.PatternProperties);
        WriteForm(json, "additionalProperties", form.Additional);
        WriteForm(json, "propertyNames", form.Names);
        WriteNames(json, "required", form.Required);
        WriteCount(json, "minProperties", form.MinProperties == 0 ? null : form.MinProperties);
        WriteCount(json, "maxProperties", form.MaxProperties);
        if (form.DependentRequired.Count > 0)
        {
            json.WriteStartObject("dependentRequired");
            foreach (var (trigger, names) in form.DependentRequired)
                WriteNames(json, trigger, names);
            json.WriteEndObject();
        }

        WriteMap(json, "dependentSchemas", form.DependentSchemas);
        WriteForm(json, "unevaluatedProperties", form.UnevaluatedProperties);
    }

    private void WriteForm(Utf8JsonWriter json, string name, Form? form)
    {
        if (form is null)
            return;
        json.WritePropertyName(name);
        Write(json, form);
    }

    private void WriteList(Utf8JsonWriter json, string name, IReadOnlyCollection<Form> forms, bool noIntegers = false)
    {
        if (forms.Count == 0 && !noIntegers)
            return;
        json.WriteStartArray(name);
        foreach (var form in forms)
            Write(json, form);
        if (noIntegers)
        {
            json.WriteStartObject();
            json.WriteStartObject("not");
            json.WriteString("type", "integer");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, Form> forms)
    {
        if (forms.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, form) in forms)
        {
            json.WritePropertyName(key);
            Write(json, form);
        }

        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, ImmutableSortedSet<string> names)
    {
        if (names.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in names)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, BigInteger? count)
    {
        if (count is not { } value)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, Exact? number)
    {
        if (number is not { } value)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString());
    }
}
