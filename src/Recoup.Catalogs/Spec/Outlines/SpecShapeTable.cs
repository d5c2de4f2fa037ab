using System.Globalization;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>The objects of OpenAPI 3.0 and 3.1 that operations consist of, as its chapter "Schema" lists them.</summary>
internal static class SpecShapeTable
{
    /// <summary>The methods of a path item.</summary>
    public static readonly IReadOnlyList<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private static readonly SpecShape Text = new TextShape();
    private static readonly SpecShape Flag = new FlagShape();
    private static readonly SpecShape Ignored = new IgnoredShape();
    private static readonly SpecShape Schema = new EmptiedShape("a schema, an object or a boolean", TakesBoolean: true);

    private static readonly SpecShape Content = new MapShape(Object(
        "a media type, an object",
        ("schema", Schema), ("example", Ignored), ("examples", Ignored), ("encoding", Ignored)));

    private static readonly ObjectShape Parameter = Object(
        "a parameter, an object",
        ("name", Text), ("in", Text), ("description", Text), ("required", Flag), ("deprecated", Ignored), ("allowEmptyValue", Ignored),
        ("style", Text), ("explode", Flag), ("allowReserved", Ignored), ("schema", Schema), ("content", Content), ("example", Ignored),
        ("examples", Ignored)) with
    {
        Section = "parameters",
        WhyUnusable = WhyUnusableParameter,
    };

    private static readonly ListShape Parameters = new(
        Parameter, index => string.Format(CultureInfo.InvariantCulture, """{{"name":"{0}","in":"query"}}""", index));

    private static readonly ObjectShape RequestBody = Object(
        "a request body, an object", ("description", Text), ("content", Content), ("required", Flag)) with
    {
        Section = "requestBodies",
    };

    private static readonly ObjectShape Response = Object(
        "a response, an object", ("description", Text), ("content", Content), ("headers", Ignored), ("links", Ignored)) with
    {
        Section = "responses",
    };

    // The status is documented, also where its response is reported.
    private static readonly MapShape Responses = new(
        Response, WhyWrongStatus, IsExtensible: true, Placeholder: """{"description":""}""");

    private static readonly SpecShape Security = new ListShape(
        new MapShape(new EmptiedShape("an array of scopes", IsArray: true), WhyWrongScheme));

    private static readonly SpecShape Operation = Object(
        "an operation, an object",
        ("tags", Ignored), ("summary", Text), ("description", Text), ("externalDocs", Ignored), ("operationId", Text),
        ("parameters", Parameters), ("requestBody", RequestBody), ("responses", Responses),
        ("callbacks", Ignored), ("deprecated", Flag), ("security", Security), ("servers", Ignored));

    private static readonly SpecShape Info = Object(
        "an object with the title and the version",
        ("title", Text), ("version", Text), ("summary", Ignored), ("description", Ignored), ("termsOfService", Ignored),
        ("contact", Ignored), ("license", Ignored));

    private static readonly SpecShape Server = Object("a server, an object", ("url", Text), ("description", Ignored),
        ("variables", Ignored));

    /// <summary>A path item.</summary>
    public static readonly ObjectShape PathItem = Object(
        "a path item, an object",
        [
            ("summary", Ignored), ("description", Ignored), ("servers", Ignored), ("parameters", Parameters),
            .. Methods.Select(method => (method, Operation)),
        ]) with
    {
        Section = "pathItems",
    };

    /// <summary>A security scheme.</summary>
    public static readonly ObjectShape SecurityScheme = Object(
        "a security scheme, an object",
        ("type", Text), ("description", Text), ("name", Text), ("in", Text), ("scheme", Text), ("bearerFormat", Ignored),
        ("flows", new EmptiedShape("an object")), ("openIdConnectUrl", Text)) with
    {
        Section = "securitySchemes",
    };

    /// <summary>A document. Only what its operations use of its components is read.</summary>
    public static readonly ObjectShape Document = Object(
        "an OpenAPI document, an object",
        ("openapi", Ignored), ("info", Info), ("jsonSchemaDialect", Ignored), ("servers", new ListShape(Server)),
        ("paths", new MapShape(PathItem, WhyWrongPath, IsExtensible: true)), ("webhooks", Ignored), ("components", Ignored),
        ("security", Security), ("tags", Ignored), ("externalDocs", Ignored));

    private static ObjectShape Object(string expected, params (string Name, SpecShape Shape)[] members) =>
        new(expected, members.ToDictionary(member => member.Name, member => member.Shape, StringComparer.Ordinal));

    private static string? WhyUnusableParameter(PositionedElement parameter) =>
        parameter["name"].AsString() is not { Length: > 0 }
            ? $"expected a parameter with a 'name', got {ValueDescription.OfMember(parameter, "name")}"
        : parameter["in"].AsString() is not ("query" or "header" or "path" or "cookie")
            ? $"expected a parameter in query, header, path or cookie, got {ValueDescription.OfMember(parameter, "in")}"
        : null;

    private static string? WhyWrongPath(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) ? null : "expected a path that begins with a slash";

    private static string? WhyWrongScheme(string name) => name.Length > 0 ? null : "expected the name of a security scheme, got none";

    private static string? WhyWrongStatus(string status) =>
        status == "default" || (status.Length == 3 && status[0] is >= '1' and <= '5'
            && (status.EndsWith("XX", StringComparison.Ordinal) || (char.IsDigit(status[1]) && char.IsDigit(status[2]))))
            ? null
            : "expected a status such as 200, 4XX or default";
}
