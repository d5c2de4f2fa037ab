namespace Recoup.Contracts;

/// <summary>At which level a rule looks at a contract.</summary>
public enum RuleLevel
{
    /// <summary>The catalog as a list of actions.</summary>
    Catalog,

    /// <summary>The schemas of parameters, results and bodies, as to which values they accept.</summary>
    Schema,

    /// <summary>The C# that is generated from the contract, as to which programs compile.</summary>
    Source,

    /// <summary>The OpenAPI document: operations, parameters, statuses.</summary>
    Spec,

    /// <summary>A live API, as to what it answers.</summary>
    Live,

    /// <summary>The inputs of the generator, as to what it can make of them: <c>RCP0001</c> and so on.</summary>
    Generator,
}
