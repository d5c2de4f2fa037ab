namespace Recoup.Contracts;

/// <summary>The levels of a contract that rules are about.</summary>
public enum RuleLevel
{
    /// <summary>The catalog as a list of actions.</summary>
    Catalog,

    /// <summary>The schemas of parameters, results and bodies: which values they accept.</summary>
    Schema,

    /// <summary>The C# that is generated from the contract: which programs compile.</summary>
    Source,

    /// <summary>The OpenAPI document: operations, parameters, statuses.</summary>
    Spec,

    /// <summary>A live API: how it responds.</summary>
    Live,

    /// <summary>The inputs of the generator: the diagnostics <c>RCP0001</c> and so on.</summary>
    Generator,
}
