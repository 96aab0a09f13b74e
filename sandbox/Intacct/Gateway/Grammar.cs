namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>
/// What may stand in what, and in which order: the envelopes and functions of the 3.0 schema that the sandbox plays, with query and lookup,
/// which are newer. A rule is <c>seq</c> (this order), <c>all</c> (any order, each once), <c>one</c> (exactly one), <c>any</c> (anything),
/// or <c>text</c>; names may end with ? (may be missing), * (any number) or + (one or more).
/// </summary>
internal static class Grammar
{
    public static readonly IReadOnlyDictionary<string, string> Rules = new Dictionary<string, string>
    {
        ["request"] = "seq control operation+",
        ["control"] = "seq senderid password? controlid uniqueid? dtdversion? policyid? debug? includewhitespace?",
        ["operation"] = "seq authentication preferences* content*",
        ["preferences"] = "any",
        ["authentication"] = "one login sessionid oauth",
        ["login"] = "seq userid companyid password clientid? locationid?",
        ["content"] = "seq function+",
        ["getAPISession"] = "seq locationid?",
        ["query"] = "all object select filter? orderby? options? pagesize? offset? docparid?",
        ["select"] = "many field count sum avg min max",
        ["filter"] = "one " + Conditions,
        ["and"] = "many " + Conditions,
        ["or"] = "many " + Conditions,
        ["orderby"] = "seq order+",
        ["order"] = "seq field ascending? descending?",
        ["options"] = "all caseinsensitive? showprivate? returnformat?",
        ["lookup"] = "all object docparid?",
        ["read"] = "all object keys fields? returnFormat? docparid?",
        ["readByName"] = "all object keys fields? returnFormat? docparid?",
        ["readByQuery"] = "all object query pagesize? fields? returnFormat? docparid?",
        ["readMore"] = "one object view reportId resultId",
        ["inspect"] = "one object name",
        ["getDimensions"] = "seq",
        ["getDimensionRelationships"] = "seq",
        ["readUserFormatting"] = "one key userId",
        ["getUserPermissions"] = "all userId",
        ["getAuditTrail"] = "seq object objectKey? recordNo?",
        ["create"] = "any+",
        ["update"] = "any+",
        ["delete"] = "all object keys",
        ["create_invoice"] = "seq customerid datecreated dateposted? datedue? termname? batchkey? action? invoiceno? ponumber? "
            + "onhold? description? externalid? billto? shipto? basecurr? currency? exchratedate? exchratetype? exchrate? nogl? "
            + "supdocid? customfields? taxsolutionid? invoiceitems",
        ["datecreated"] = "seq year month day",
        ["dateposted"] = "seq year month day",
        ["datedue"] = "seq year month day",
        ["exchratedate"] = "seq year month day",
        ["billto"] = "any",
        ["shipto"] = "any",
        ["customfields"] = "seq customfield+",
        ["customfield"] = "seq customfieldname customfieldvalue",
        ["invoiceitems"] = "seq lineitem+",
        ["lineitem"] = "any",
    };

    /// <summary>The functions that a function element may hold.</summary>
    public static readonly IReadOnlyList<string> Functions =
    [
        "getAPISession", "query", "lookup", "read", "readByName", "readByQuery", "readMore", "inspect", "getDimensions",
        "getDimensionRelationships", "readUserFormatting", "getUserPermissions", "getAuditTrail", "create", "update", "delete",
        "create_invoice",
    ];

    /// <summary>The attributes that elements may have; all others have none.</summary>
    public static readonly IReadOnlyDictionary<string, string> Attributes = new Dictionary<string, string>
    {
        ["operation"] = "transaction", ["function"] = "controlid", ["inspect"] = "detail",
    };

    /// <summary>What stands in a condition of a query: a field and values.</summary>
    public static readonly IReadOnlyList<string> Operators =
    [
        "equalto", "notequalto", "lessthan", "lessthanorequalto", "greaterthan", "greaterthanorequalto", "between", "in", "notin",
        "like", "notlike", "isnull", "isnotnull",
    ];

    private const string Conditions = "and or equalto notequalto lessthan lessthanorequalto greaterthan greaterthanorequalto "
        + "between in notin like notlike isnull isnotnull";
}
