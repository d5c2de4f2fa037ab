namespace Recoup.Generators.Emission;

/// <summary>The names of the runtime that generated code uses. A test compares them with the real names.</summary>
internal static class TypedNames
{
    public const string ActionCall = "global::Recoup.Typed.ActionCall";
    public const string ActionAttribute = "global::Recoup.Typed.RecoupActionAttribute";
    public const string CatalogDataAttribute = "global::Recoup.Typed.Generated.RecoupCatalogDataAttribute";
    public const string ConnectorAttribute = "global::Recoup.Typed.Generated.RecoupConnectorAttribute";
    public const string Optional = "global::Recoup.Typed.Optional";
    public const string StagedFile = "global::Recoup.Typed.StagedFile";
    public const string CallWriter = "global::Recoup.Typed.Generated.CallWriter";
    public const string ParameterValue = "global::Recoup.Typed.Generated.IParameterValue";
    public const string ParameterObject = "global::Recoup.Typed.ParameterObject";
    public const string ParameterObjectOf = "global::Recoup.Typed.Generated.IParameterObject";
    public const string OpenEnum = "global::Recoup.Typed.Generated.OpenEnum";
    public const string OpenEnumOf = "global::Recoup.Typed.Generated.IOpenEnum";
    public const string UnionOf = "global::Recoup.Typed.Generated.IUnion";
    public const string ParameterConverter =
        "[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Recoup.Typed.Generated.ParameterJsonConverter))]";

    public const string ViewConverter =
        "[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Recoup.Typed.Generated.ViewJsonConverter))]";

    public const string UnionValue = "global::Recoup.Typed.Generated.UnionValue";
    public const string ResultView = "global::Recoup.Typed.ResultView";
    public const string IResultView = "global::Recoup.Typed.Generated.IResultView";
    public const string ResultValue = "global::Recoup.Typed.Generated.ResultValue";
    public const string RecoupClient = "global::Recoup.Typed.RecoupClient";
    public const string OperationInfo = "global::Recoup.Typed.Generated.OperationInfo";
    public const string ApiRequest = "global::Recoup.Typed.Generated.ApiRequest";
    public const string ResponseElement = "global::Recoup.Typed.Generated.ResponseElement";
    public const string ParameterText = "global::Recoup.Typed.Generated.ParameterText";
    public const string RequestJson = "global::Recoup.Typed.Generated.RequestJson";

    /// <summary>The namespace of the types that callers use.</summary>
    public const string Namespace = "global::Recoup.Typed";

    /// <summary>The type of raw JSON.</summary>
    public const string JsonElement = "global::System.Text.Json.JsonElement";

    /// <summary>Returns the exception that the client throws for a status.</summary>
    public static string ExceptionOf(string status) => "global::Recoup.Typed." + status switch
    {
        "400" => "InvalidRequestException",
        "401" => "UnauthorizedException",
        "403" => "AccessDeniedException",
        "404" => "ActionNotFoundException",
        "409" => "ConnectorNotConnectedException",
        "502" => "UpstreamFailureException",
        _ => "RecoupException",
    };
}
