# Writes OUTPUT, a C++ file that defines the functions of sim/text/embedded.hpp, from the
# files in SCHEMAS and RULES (lists of paths). The program carries its JSON Schemas and rule sets
# inside, so it reads
# files correctly from whatever folder it is started in and wherever it is copied to.
#
#   cmake -DOUTPUT=<file.cpp> -DSCHEMAS=<a.json;b.json> -DRULES=<c.json> -P embed_schemas.cmake

# The rows of one table in `rows`.
function(embed_rows rows)
  set(all "")
  foreach(path IN LISTS ARGN)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" text)
    string(FIND "${text}" ")evac_json\"" clash)
    if(NOT clash EQUAL -1)
      message(FATAL_ERROR "${path} holds )evac_json\", which would end the C++ string early")
    endif()
    string(APPEND all "    {\"${name}\", R\"evac_json(${text})evac_json\"},\n")
  endforeach()
  set(${rows} "${all}" PARENT_SCOPE)
endfunction()

embed_rows(rows ${SCHEMAS})
list(LENGTH SCHEMAS count)
embed_rows(rule_rows ${RULES})
list(LENGTH RULES rule_count)

file(WRITE "${OUTPUT}" "// Written by tools/build/embed_schemas.cmake from scenarios/schema/ and rules/.
#include \"sim/text/embedded.hpp\"

#include <array>

namespace evac {
namespace {

constexpr std::array<EmbeddedFile, ${count}> schemas{{
${rows}}};

constexpr std::array<EmbeddedFile, ${rule_count}> rules{{
${rule_rows}}};

std::string_view text_in(std::span<const EmbeddedFile> files, std::string_view name) {
    for (const EmbeddedFile& file : files) {
        if (file.name == name) {
            return file.text;
        }
    }
    return {};
}

}  // namespace

std::span<const EmbeddedFile> embedded_schemas() { return schemas; }

std::string_view embedded_schema(std::string_view name) { return text_in(schemas, name); }

std::span<const EmbeddedFile> embedded_rules() { return rules; }

std::string_view embedded_rules(std::string_view name) { return text_in(rules, name); }

}  // namespace evac
")
