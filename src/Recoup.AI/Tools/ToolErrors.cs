namespace Recoup.AI.Tools;

/// <summary>The codes of the errors that a model gets as a result.</summary>
internal static class ToolErrors
{
    /// <summary>The arguments do not match the schema.</summary>
    public const string InvalidArguments = "invalid_arguments";

    /// <summary>The connector of the action is not connected.</summary>
    public const string NotConnected = "not_connected";

    /// <summary>The account has no such action.</summary>
    public const string NotFound = "action_not_found";

    /// <summary>The action was executed and reports a failure.</summary>
    public const string ActionFailed = "action_failed";

    /// <summary>The service or the API failed.</summary>
    public const string ServiceFailed = "service_failed";

    /// <summary>The credential is missing or invalid.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The caller may not act for the account.</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>There was no response.</summary>
    public const string NoResponse = "no_response";
}
