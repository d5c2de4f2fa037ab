using System.Net;

namespace Recoup.Typed;

/// <summary>The exception for each documented status. Any other status is a <see cref="RecoupException"/>.</summary>
internal static class StatusExceptionTable
{
    /// <param name="status">The status.</param>
    /// <param name="message">The message.</param>
    /// <param name="executes">Whether the request executes an action: a list that is not found is no action.</param>
    public static RecoupException Of(HttpStatusCode status, string message, bool executes) => (int)status switch
    {
        400 => new InvalidRequestException(message),
        401 => new UnauthorizedException(message),
        403 => new AccessDeniedException(message),
        404 when executes => new ActionNotFoundException(message),
        409 => new ConnectorNotConnectedException(message),
        502 => new UpstreamFailureException(message),
        _ => new RecoupException(message),
    };
}
