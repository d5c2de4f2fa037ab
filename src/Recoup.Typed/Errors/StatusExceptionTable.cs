using System.Net;

namespace Recoup.Typed;

/// <summary>The exception for each documented status. Any other status is a <see cref="RecoupException"/>.</summary>
internal static class StatusExceptionTable
{
    public static RecoupException Of(HttpStatusCode status, string message) => (int)status switch
    {
        400 => new InvalidRequestException(message),
        401 => new UnauthorizedException(message),
        403 => new AccessDeniedException(message),
        404 => new ActionNotFoundException(message),
        409 => new ConnectorNotConnectedException(message),
        502 => new UpstreamFailureException(message),
        _ => new RecoupException(message),
    };
}
