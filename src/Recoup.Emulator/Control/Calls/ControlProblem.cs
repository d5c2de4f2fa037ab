using System.Diagnostics.CodeAnalysis;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Calls;

/// <summary>Ends a request of the control API with a problem document (RFC 9457).</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the control API.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always has a status.")]
internal sealed class ControlProblem(int status, string detail) : Exception(detail)
{
    public int Status => status;

    /// <summary>What is wrong with the body.</summary>
    public IReadOnlyList<WorldProblem> Errors { get; init; } = [];

    /// <summary>The methods that a path has, for a 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Problems of a body.</summary>
    public static ControlProblem Of(IReadOnlyList<WorldProblem> problems) =>
        new(400, string.Join('\n', problems.Select(problem => problem.Text))) { Errors = problems };

    public ApiResponse ToResponse()
    {
        var response = ApiResponse.Json(status, this, static (writer, problem) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", TitleOf(problem.Status));
            writer.WriteNumber("status", problem.Status);
            writer.WriteString("detail", problem.Message);
            if (problem.Errors.Count > 0)
            {
                writer.WriteStartArray("errors");
                foreach (var error in problem.Errors)
                {
                    writer.WriteStartObject();
                    writer.WriteString("detail", error.Text);
                    if (error.Pointer is not null)
                        writer.WriteString("pointer", error.Pointer);
                    writer.WriteNumber("line", error.Position.Line);
                    writer.WriteNumber("column", error.Position.Column);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });
        return response with
        {
            ContentType = "application/problem+json",
            Headers = Allow is null ? [] : [new("Allow", Allow)],
        };
    }

    private static string TitleOf(int status) => status switch
    {
        400 => "Bad request",
        403 => "Forbidden",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "Conflict",
        413 => "Body too large",
        415 => "Unsupported media type",
        500 => "Emulator error",
        _ => "Service unavailable",
    };
}
