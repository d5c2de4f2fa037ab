using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recoup.Typed;

namespace ReleaseWorker;

/// <summary>Runs the publication once, stops the host, and sets the exit code.</summary>
internal sealed class Worker(
    Publication publication, RecoupClient recoup, IHostApplicationLifetime lifetime, ILogger<Worker> logger) : BackgroundService
{
    // The initial value remains if an unexpected exception ends the run; the host logs it.
    public ExitCode ExitCode { get; private set; } = ExitCode.Failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // This token is canceled at once when the host begins to stop; stoppingToken is canceled later.
        var stopping = lifetime.ApplicationStopping;
        try
        {
            await publication.RunAsync(stopping);
            ExitCode = ExitCode.Done;
        }
        catch (StoppedException e)
        {
            logger.Stopped(e.Message);
            ExitCode = e.ExitCode;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            logger.Interrupted();
            ExitCode = ExitCode.Interrupted;
        }
        // ArgumentException: the release breaks a bound of an action's schema, such as the length of a post.
        catch (Exception e) when (e is RecoupException or HttpRequestException or TaskCanceledException or ArgumentException)
        {
            logger.Stopped(e.Message);
            if (e is RecoupException failure && await recoup.IsNotConnectedAsync(failure, stopping))
                ExitCode = ExitCode.ConnectFirst;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }
}
