using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Recoup.Tests.Driving;

/// <summary>A generated compilation, loaded and ready to run.</summary>
internal sealed class Program
{
    private readonly AssemblyLoadContext _context;

    private Program(AssemblyLoadContext context, byte[] image) =>
        (_context, Image, Assembly) = (context, image, context.LoadFromStream(new MemoryStream(image)));

    public Assembly Assembly { get; }

    /// <summary>The assembly as bytes, for compilations that refer to it.</summary>
    public byte[] Image { get; }

    /// <summary>Compiles and loads what was generated. It must have neither an error nor a warning.</summary>
    public static Program Load(Generation generation)
    {
        using var image = new MemoryStream();
        generation.Compilation.Emit(image).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .ShouldBeEmpty();
        return new Program(new AssemblyLoadContext("generated", isCollectible: true), image.ToArray());
    }

    /// <summary>Loads an assembly that refers to this one.</summary>
    public Assembly LoadDependent(Stream image) => _context.LoadFromStream(image);

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
