namespace Recoup.Typed.Telemetry;

/// <summary>
/// The names of instruments and attributes: those of OpenTelemetry's semantic conventions if they exist, else names under <c>recoup.</c>
/// </summary>
internal static class TelemetryNames
{
    public const string OperationDuration = "recoup.client.operation.duration";

    public const string Method = "http.request.method";
    public const string Status = "http.response.status_code";
    public const string PathTemplate = "url.template";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string ErrorType = "error.type";

    public const string Operation = "recoup.operation";
    public const string ActionSlug = "recoup.action.slug";
    public const string Account = "recoup.account.id";
}
