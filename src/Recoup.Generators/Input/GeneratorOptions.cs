using Recoup.Generators.Emission;

namespace Recoup.Generators.Input;

/// <summary>The properties of the project that the generated classes depend on. Value-equal.</summary>
/// <param name="Namespace"><c>RecoupNamespace</c>: the namespace of the classes.</param>
/// <param name="Visibility"><c>RecoupVisibility</c>: <c>public</c> or <c>internal</c>.</param>
/// <param name="Checks"><c>RecoupChecks</c>: whether calls check the bounds of the schema.</param>
/// <param name="Results"><c>RecoupResults</c>: whether described results get views.</param>
/// <param name="Documentation"><c>RecoupDocumentation</c>: how much of the catalog's text becomes documentation.</param>
internal sealed record GeneratorOptions(
    string Namespace,
    string Visibility,
    bool Checks,
    bool Results,
    DocumentationLevel Documentation)
{
    /// <summary>The properties that the types of actions depend on.</summary>
    public BindingOptions Binding => new(Results);
}

/// <summary>The properties of the project that the types of actions depend on.</summary>
/// <param name="Results">Whether described results get views.</param>
internal sealed record BindingOptions(bool Results);
