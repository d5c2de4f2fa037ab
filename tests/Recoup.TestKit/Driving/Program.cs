using System.Reflection;
using System.Runtime.Loader;

namespace Recoup.Tests.Driving;

/// <summary>A generated compilation, loaded and ready to run.</summary>
internal sealed class Program
{
    private Program(Assembly assembly) => Assembly = assembly;

    public Assembly Assembly { get; }

    public static Program Load(Generation generation)
    {
        generation.Diagnostics().ShouldBeEmpty();
        using var image = new MemoryStream();
        generation.Compilation.Emit(image).Success.ShouldBeTrue();
        image.Position = 0;
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        return new Program(context.LoadFromStream(image));
    }

    /// <summary>Runs a static method without parameters of the global class <c>Probe</c>.</summary>
    public object? Run(string method)
    {
        try
        {
            return Assembly.GetType("Probe")!.GetMethod(method)!.Invoke(null, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            throw e.InnerException;
        }
    }
}
