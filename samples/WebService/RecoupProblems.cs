using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Recoup.Typed;

namespace WebService;

/// <summary>Turns the exception of a failed call into problem details (RFC 9457) for the callers of this service.</summary>
internal sealed class RecoupProblems(IProblemDetailsService problems, LinkGenerator links) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = exception switch
        {
            RecoupException e when await IsNotConnectedAsync(httpContext, e) => (StatusCodes.Status409Conflict,
                $"{e.ConnectorSlug} is not connected",
                "POST to the address in 'connect', send the artist to the address in the response, then try again."),
            InvalidRequestException e => (StatusCodes.Status400BadRequest, "The API refused the request", e.ServerMessage),
            AccessDeniedException => (StatusCodes.Status403Forbidden, "This service may not act for the artist", null),
            // The credential belongs to the service, so its callers learn nothing about it.
            UnauthorizedException => (StatusCodes.Status500InternalServerError, "This service is not set up", null),
            ActionFailedException e => (StatusCodes.Status502BadGateway, "The connected service refused", e.ServerMessage),
            RecoupException e => (StatusCodes.Status502BadGateway, "The connected service failed", e.ServerMessage),
            HttpRequestException => (StatusCodes.Status502BadGateway, "The API did not respond", null),
            TaskCanceledException { InnerException: TimeoutException } =>
                (StatusCodes.Status504GatewayTimeout, "The API did not respond in time", null),
            _ => (0, "", (string?)null),
        };
        if (status == 0)
            return false;

        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (status == StatusCodes.Status409Conflict)
            problem.Extensions["connect"] = links.GetPathByName(
                httpContext, Connectors.Authorize, new { artist = httpContext.Request.Query["artist"].FirstOrDefault() });
        // A caller who tries again may post twice.
        if (HttpMethods.IsPost(httpContext.Request.Method)
            && exception is not ActionFailedException && RecoupClient.MayHaveExecuted(exception))
            problem.Extensions["mayHaveBeenExecuted"] = true;

        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    private static Task<bool> IsNotConnectedAsync(HttpContext httpContext, RecoupException failure) =>
        httpContext.RequestServices.GetRequiredService<RecoupClient>().IsNotConnectedAsync(failure, httpContext.RequestAborted);
}
