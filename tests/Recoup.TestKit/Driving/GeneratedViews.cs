using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.Tests.Driving;

/// <summary>Executes generated calls against a fixed response and converts the values of their views back to JSON.</summary>
internal sealed class GeneratedViews
{
    private static readonly MethodInfo ExecuteMethod = typeof(RecoupClient)
        .GetMethods()
        .Single(method => method is { Name: "ExecuteAsync", IsGenericMethod: true });

    private readonly Assembly _assembly;
    private readonly string _namespace;
    private readonly Dictionary<string, (ConnectorModel Connector, ActionModel Action)> _actions;

    public GeneratedViews(Program program, RecoupCatalog catalog)
        : this(
            program.Assembly,
            "Recoup.Actions",
            CatalogPlan.Of([new CatalogSelection("catalog.json", new(catalog.Actions), default, default)]).Connectors
                .Select(connector => ConnectorBinder.Bind(connector).Model))
    {
    }

    public GeneratedViews(Assembly assembly, string @namespace, IEnumerable<ConnectorModel> connectors)
    {
        (_assembly, _namespace) = (assembly, @namespace);
        _actions = connectors
            .SelectMany(connector => connector.Actions.Select(action => (connector, action)))
            .ToDictionary(pair => pair.action.Slug, pair => (pair.connector, pair.action));
    }

    /// <summary>Returns whether the action has a typed result.</summary>
    public bool IsTyped(string slug) => _actions[slug].Action.Result is not null;

    /// <summary>Returns the part of a payload that the result type of an action describes; null if it describes none of it.</summary>
    public JsonNode? Described(string slug, JsonElement payload)
    {
        var action = _actions[slug].Action;
        if (action.Result is not { } use)
            return JsonNode.Parse(payload.GetRawText());
        return TryDescribe(action, use.Type, payload, out var described) ? described : null;
    }

    /// <summary>Returns <c>ActionResult.Value</c> as JSON, for this result in the response.</summary>
    public JsonNode? Read(string slug, JsonElement result)
    {
        var (connector, action) = _actions[slug];
        var type = _assembly.GetType(_namespace + "." + connector.ClassName)!;
        var method = type.GetMethods().Single(candidate => candidate.GetCustomAttribute<RecoupActionAttribute>()?.Slug == slug);
        var arguments = method.GetParameters()
            .Select(parameter => parameter.HasDefaultValue ? Type.Missing : Argument(parameter.ParameterType))
            .ToArray();
        return Read(action, Call(method, arguments), result);
    }

    /// <summary>Returns <c>ActionResult.Value</c> of a call as JSON, for this result in the response.</summary>
    public JsonNode? Read(string slug, object call, JsonElement result) => Read(_actions[slug].Action, call, result);

    private static JsonNode? Read(ActionModel action, object call, JsonElement result)
    {
        using var http = new HttpClient(new Canned(result)) { BaseAddress = new Uri("https://api.recoupable.dev") };
        using var client = new RecoupClient(http, new RecoupClientOptions { ApiKey = "k", ThrowOnUnsuccessfulResult = false });
        var execution = (Task)ExecuteMethod.MakeGenericMethod(call.GetType().GetGenericArguments())
            .Invoke(client, [call, null, CancellationToken.None])!;
        execution.GetAwaiter().GetResult();
        var answer = execution.GetType().GetProperty("Result")!.GetValue(execution)!;
        var value = answer.GetType().GetProperty("Value")!.GetValue(answer);
        return action.Result is { } use ? Back(action, use, value) : JsonNode.Parse(((JsonElement)value!).GetRawText());
    }

    private static object Call(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, BindingFlags.OptionalParamBinding, null, arguments, CultureInfo.InvariantCulture)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }

    // The request does not matter here.
    private static object? Argument(Type type)
    {
        if (type == typeof(string))
            return "a";
        if (type == typeof(StagedFile))
            return new StagedFile("a", "b", "c");
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        if (type.GetMethod("op_Implicit", [typeof(string)]) is { } conversion)
            return conversion.Invoke(null, ["a"]);
        if (type.GetMethod("op_Implicit", [typeof(bool)]) is { } fromBoolean)
            return fromBoolean.Invoke(null, [true]);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        return type == typeof(JsonNode) ? JsonValue.Create(1) : Instance(type);
    }

    private static object? Instance(Type type)
    {
        var instance = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))))
            property.SetValue(instance, Argument(property.PropertyType));
        return instance;
    }

    // A value that its type cannot hold counts as absent; an item that may be null is then null.
    private static bool TryDescribe(ActionModel action, TypeModel type, JsonElement json, out JsonNode? described)
    {
        described = null;
        switch (type)
        {
            case ListTypeModel list when json.ValueKind == JsonValueKind.Array:
                described = new JsonArray([.. json.EnumerateArray().SelectMany(item => Item(action, list.Item, item))]);
                return true;
            case MapTypeModel map when json.ValueKind == JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in json.EnumerateObject())
                {
                    foreach (var value in Item(action, map.Value, member.Value))
                        members[member.Name] = value;
                }

                described = members;
                return true;
            case DeclaredTypeModel { IsValueType: false } declared when json.ValueKind == JsonValueKind.Object:
                var view = new JsonObject();
                foreach (var member in Members(action, declared))
                {
                    if (json.TryGetProperty(member.WireName, out var found)
                        && found.ValueKind != JsonValueKind.Null
                        && TryDescribe(action, member.Type.Type, found, out var value))
                        view[member.WireName] = value;
                }

                described = view;
                return true;
            case FileTypeModel when IsFile(json):
                described = new JsonObject(((string[])["name", "mimetype", "s3key"])
                    .Select(name => KeyValuePair.Create(name, (JsonNode?)json.GetProperty(name).GetString())));
                return true;
            case ScalarTypeModel { Kind: ScalarKind.Number } when Fits(ScalarKind.Number, json):
                described = JsonValue.Create(json.GetDouble());
                return true;
            case ScalarTypeModel { Kind: ScalarKind.Bytes } when Fits(ScalarKind.Bytes, json):
                // Decoders ignore white space in base64.
                described = JsonValue.Create(Convert.ToBase64String(json.GetBytesFromBase64()));
                return true;
            case DeclaredTypeModel { IsValueType: true } when json.ValueKind == JsonValueKind.String:
            case ScalarTypeModel { Kind: var kind } when Fits(kind, json):
            case JsonTypeModel:
                described = JsonNode.Parse(json.GetRawText());
                return true;
            default:
                return false;
        }
    }

    private static IEnumerable<JsonNode?> Item(ActionModel action, TypeUse use, JsonElement json) =>
        TryDescribe(action, use.Type, json, out var described) ? [described] : use.IsNullable ? [null] : [];

    private static bool IsFile(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && ((string[])["name", "mimetype", "s3key"])
            .All(name => json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String);

    private static bool Fits(ScalarKind kind, JsonElement json) => (kind, json.ValueKind) switch
    {
        (ScalarKind.Integer, JsonValueKind.Number) => json.TryGetInt64(out _)
            || (json.TryGetDecimal(out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue),
        (ScalarKind.Number, JsonValueKind.Number) => double.IsFinite(json.GetDouble()),
        (ScalarKind.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
        (ScalarKind.Text, JsonValueKind.String) => true,
        (ScalarKind.DateTime, JsonValueKind.String) =>
            json.TryGetDateTime(out var moment) && moment.Kind != DateTimeKind.Unspecified && json.TryGetDateTimeOffset(out _),
        (ScalarKind.Date, JsonValueKind.String) =>
            DateOnly.TryParseExact(json.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        (ScalarKind.Uuid, JsonValueKind.String) => Guid.TryParseExact(json.GetString(), "D", out _),
        (ScalarKind.Bytes, JsonValueKind.String) => json.TryGetBytesFromBase64(out _),
        _ => false,
    };

    private static JsonNode? Back(ActionModel action, TypeUse use, object? value) => (use.Type, value) switch
    {
        (_, null) => null,
        (ListTypeModel list, IEnumerable items) =>
            new JsonArray([.. items.Cast<object?>().Select(item => Back(action, list.Item, item))]),
        (MapTypeModel map, IEnumerable pairs) => new JsonObject(pairs.Cast<object>().Select(pair => KeyValuePair.Create(
            (string)Property(pair, "Key")!, Back(action, map.Value, Property(pair, "Value"))))),
        (DeclaredTypeModel { IsValueType: false } declared, ResultView view) => new JsonObject(Members(action, declared)
            .Select(member => KeyValuePair.Create(member.WireName, Back(action, member.Type, Property(view, member.Name))))
            .Where(pair => !IsAbsent(pair.Value, view.Json, pair.Key))),
        (DeclaredTypeModel, _) => JsonValue.Create(value.ToString()),
        (JsonTypeModel, JsonElement { ValueKind: JsonValueKind.Undefined }) => null,
        (JsonTypeModel, JsonElement json) => JsonNode.Parse(json.GetRawText()),
        (_, string text) => JsonValue.Create(text),
        (_, long number) => JsonValue.Create(number),
        (_, double number) => JsonValue.Create(number),
        (_, bool flag) => JsonValue.Create(flag),
        (_, DateTimeOffset moment) => JsonValue.Create(moment),
        (_, DateOnly date) => JsonValue.Create(date.ToString("O", CultureInfo.InvariantCulture)),
        (_, Guid uuid) => JsonValue.Create(uuid),
        (_, ReadOnlyMemory<byte> bytes) => JsonValue.Create(Convert.ToBase64String(bytes.Span)),
        (_, StagedFile file) => new JsonObject { ["name"] = file.Name, ["mimetype"] = file.MimeType, ["s3key"] = file.S3Key },
        _ => throw new InvalidOperationException($"No JSON for {value.GetType()}."),
    };

    // A missing list and an empty list look the same.
    private static bool IsAbsent(JsonNode? value, JsonElement json, string name) =>
        value is null
            || (value is JsonArray { Count: 0 } or JsonObject { Count: 0 }
                && (!json.TryGetProperty(name, out var member) || member.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)));

    private static EquatableArray<MemberModel> Members(ActionModel action, DeclaredTypeModel declared) =>
        ((ViewDeclarationModel)action.Declarations.Single(declaration => declaration.Name == declared.Name)).Members;

    private static object? Property(object target, string name) => target.GetType().GetProperty(name)!.GetValue(target);

    private sealed class Canned(JsonElement result) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
            new HttpResponseMessage(System.Net.HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent("{\"success\":true,\"result\":" + result.GetRawText() + "}", Encoding.UTF8, "application/json"),
            });
    }
}
