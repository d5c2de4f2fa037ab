using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Recoup.Typed;

namespace WebService;

/// <summary>Turns the exception of a failed call into problem details (RFC 9457) for the callers of this service.</summary>
internal sealed class RecoupProblems(IProblemDetailsService problems, LinkGenerator links) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var isPost = HttpMethods.IsPost(httpContext.Request.Method);
        var problem = exception switch
        {
            RecoupException e when await IsNotConnectedAsync(httpContext, e) => NotConnected(httpContext, e.ConnectorSlug!),
            InvalidRequestException e => Problem(StatusCodes.Status400BadRequest, "The API refused the request", e.ServerMessage),
            AccessDeniedException => Problem(StatusCodes.Status403Forbidden, "This service may not act for the artist"),
            // The credential belongs to the service, so its callers learn nothing about it.
            UnauthorizedException => Problem(StatusCodes.Status500InternalServerError, "This service is not set up"),
            ActionFailedException e => Problem(StatusCodes.Status502BadGateway, "The connected service refused", e.ServerMessage),
            RecoupException e => InDoubt(
                Problem(StatusCodes.Status502BadGateway, "The connected service failed", e.ServerMessage), e.Slug is not null),
            HttpRequestException e when !RecoupClient.MayHaveExecuted(e) =>
                Problem(StatusCodes.Status502BadGateway, "The API cannot be reached"),
            HttpRequestException => InDoubt(Problem(StatusCodes.Status502BadGateway, "The API did not respond"), isPost),
            TaskCanceledException { InnerException: TimeoutException } =>
                InDoubt(Problem(StatusCodes.Status504GatewayTimeout, "The API did not respond in time"), isPost),
            _ => null,
        };
        if (problem is null)
            return false;

        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = problem,
            Exception = exception,
        });
    }

    private static Task<bool> IsNotConnectedAsync(HttpContext httpContext, RecoupException failure) =>
        httpContext.RequestServices.GetRequiredService<RecoupClient>().IsNotConnectedAsync(failure, httpContext.RequestAborted);

    private ProblemDetails NotConnected(HttpContext httpContext, string connector)
    {
        var problem = Problem(
            StatusCodes.Status409Conflict,
            $"{connector} is not connected",
            "POST to the address in 'connect', send the artist to the address in the response, then try again.");
        problem.Extensions["connect"] = links.GetPathByName(
            httpContext, Connectors.Authorize, new { connector, artist = httpContext.Request.Query["artist"].FirstOrDefault() });
        return problem;
    }

    // Without a response, the action may have been executed: a caller who tries again may post twice.
    private static ProblemDetails InDoubt(ProblemDetails problem, bool executes)
    {
        if (executes)
            problem.Extensions["mayHaveBeenExecuted"] = true;
        return problem;
    }

    private static ProblemDetails Problem(int status, string title, string? detail = null) =>
        new() { Status = status, Title = title, Detail = detail };
}
