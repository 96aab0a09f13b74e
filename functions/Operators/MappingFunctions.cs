using Isthmus.Core.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Operators;

/// <summary>The mapping documents in force.</summary>
public sealed class MappingFunctions(MappingCatalog catalog)
{
    /// <summary><c>GET /api/mappings</c>: every document with its version.</summary>
    [Function(nameof(ListMappings))]
    public IActionResult ListMappings([HttpTrigger(AuthorizationLevel.Function, "get", Route = "mappings")] HttpRequest request) =>
        new OkObjectResult(catalog.List());
}
