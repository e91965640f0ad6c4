# Writes OUTPUT, a C++ file that defines the functions of sim/text/embedded.hpp, from the
# files in SCHEMAS (a list of paths). The program carries its JSON Schemas inside, so it reads
# files correctly from whatever folder it is started in and wherever it is copied to.
#
#   cmake -DOUTPUT=<file.cpp> -DSCHEMAS=<a.json;b.json> -P embed_schemas.cmake

set(rows "")
foreach(path IN LISTS SCHEMAS)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  string(FIND "${text}" ")evac_json\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${path} holds )evac_json\", which would end the C++ string early")
  endif()
  string(APPEND rows "    {\"${name}\", R\"evac_json(${text})evac_json\"},\n")
endforeach()
list(LENGTH SCHEMAS count)

file(WRITE "${OUTPUT}" "// Written by tools/build/embed_schemas.cmake from scenarios/schema/.
#include \"sim/text/embedded.hpp\"

#include <array>

namespace evac {
namespace {

constexpr std::array<EmbeddedSchema, ${count}> schemas{{
${rows}}};

}  // namespace

std::span<const EmbeddedSchema> embedded_schemas() { return schemas; }

std::string_view embedded_schema(std::string_view name) {
    for (const EmbeddedSchema& schema : schemas) {
        if (schema.name == name) {
            return schema.text;
        }
    }
    return {};
}

}  // namespace evac
")
