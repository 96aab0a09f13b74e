namespace Isthmus.Agent.Business;

/// <summary>A session of one user in one company: where business objects come from.</summary>
internal interface IBusinessSession
{
    /// <summary>An object's dictionary at this host; null where there is no such object.</summary>
    ObjectDictionary? Describe(string name);

    /// <summary>The object's read service (_svc), which locks nothing; null where there is no such object.</summary>
    IBusinessService? Service(string name);

    /// <summary>A fresh object that writes (_bus); null where Sage offers a read service only.</summary>
    IBusinessObject? Object(string name);

    /// <summary>Rows of one object in key order.</summary>
    RowPage Query(RowQuery query);

    /// <summary>Takes the object's next document number for good; null where it has none.</summary>
    string? NextNumber(string name);
}
